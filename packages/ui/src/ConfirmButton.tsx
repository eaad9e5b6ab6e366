import { useState } from "react";
import { Button, type ButtonProps } from "./Button.tsx";
import { ConfirmDialog, type ConfirmWords } from "./ConfirmDialog.tsx";

export interface ConfirmButtonProps extends Omit<ButtonProps, "onClick"> {
  words: ConfirmWords;
  onConfirm: () => void;
}

/** A button that does what it says after one question. */
export function ConfirmButton({ words, onConfirm, ...button }: ConfirmButtonProps) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button {...button} onClick={() => setAsking(true)} />
      <ConfirmDialog
        open={asking}
        words={words}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          onConfirm();
        }}
      />
    </>
  );
}
