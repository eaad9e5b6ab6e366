import { useEffect, useId, useRef } from "react";
import { Button } from "./Button.tsx";

export interface ConfirmDialogProps {
  open: boolean;
  title: string;
  text: string;
  /** What happens: "End for everyone", never "OK". */
  confirmLabel: string;
  cancelLabel: string;
  onConfirm: () => void;
  /** Also by Escape. */
  onCancel: () => void;
}

/** A native modal dialog. The harmless answer has the focus. */
export function ConfirmDialog({
  open,
  title,
  text,
  confirmLabel,
  cancelLabel,
  onConfirm,
  onCancel,
}: ConfirmDialogProps) {
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
        <h2 id={id}>{title}</h2>
        <p>{text}</p>
        <div className="dialog-actions">
          <Button autoFocus onClick={onCancel}>
            {cancelLabel}
          </Button>
          <Button tone="primary" onClick={onConfirm}>
            {confirmLabel}
          </Button>
        </div>
      </div>
    </dialog>
  );
}
