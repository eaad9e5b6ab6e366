import { useEffect, useId, useRef } from "react";
import { Button } from "./Button.tsx";

export interface ConfirmWords {
  title: string;
  text: string;
  /** What happens: "End for everyone", never "OK". */
  yes: string;
  no: string;
}

export interface ConfirmDialogProps {
  open: boolean;
  words: ConfirmWords;
  onConfirm: () => void;
  /** Also by Escape. */
  onCancel: () => void;
}

/** A native modal dialog. The harmless answer has the focus. */
export function ConfirmDialog({ open, words, onConfirm, onCancel }: ConfirmDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    if (open && !element?.open) element?.showModal();
    if (!open && element?.open) element.close();
  }, [open]);
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={id} onClose={onCancel}>
      <div className="stack">
        <h2 id={id}>{words.title}</h2>
        <p>{words.text}</p>
        <div className="dialog-actions">
          <Button autoFocus onClick={onCancel}>
            {words.no}
          </Button>
          <Button tone="primary" onClick={onConfirm}>
            {words.yes}
          </Button>
        </div>
      </div>
    </dialog>
  );
}
