import { Button, ConfirmDialog } from "@lectern/ui";
import { useState } from "react";

/** Ends the session, after one question. */
export function EndSession({ onEnd }: { onEnd: () => void }) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button onClick={() => setAsking(true)}>End session</Button>
      <ConfirmDialog
        open={asking}
        title="End the session?"
        text="Everyone stops hearing you. The link stays the same: you can go live on it again."
        cancelLabel="Keep talking"
        confirmLabel="End for everyone"
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          onEnd();
        }}
      />
    </>
  );
}
