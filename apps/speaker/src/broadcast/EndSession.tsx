import { Button, ConfirmDialog } from "@lectern/ui";
import { useState } from "react";
import { useWords } from "../words/index.ts";

/** Ends the session, after one question. */
export function EndSession({ onEnd }: { onEnd: () => void }) {
  const words = useWords().broadcast.end;
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button onClick={() => setAsking(true)}>{words.action}</Button>
      <ConfirmDialog
        open={asking}
        title={words.title}
        text={words.text}
        cancelLabel={words.no}
        confirmLabel={words.yes}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          onEnd();
        }}
      />
    </>
  );
}
