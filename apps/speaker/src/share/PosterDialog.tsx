import { Button, QrCode } from "@lectern/ui";
import { useEffect, useId, useRef } from "react";
import { useQrModules } from "../qr/use-qr-modules.ts";
import { useWords } from "../words/index.ts";

export interface PosterDialogProps {
  open: boolean;
  title: string;
  link: string;
  /** Also by Escape. */
  onClose: () => void;
}

/** The link for a room: as large as the screen, and on paper nothing else. */
export function PosterDialog({ open, title, link, onClose }: PosterDialogProps) {
  const words = useWords().share;
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const modules = useQrModules(link);
  useEffect(() => {
    const element = dialog.current;
    if (open && !element?.open) element?.showModal();
    if (!open && element?.open) element.close();
  }, [open]);
  const [host = "", code = ""] = link.replace(/^https?:\/\//, "").split("/s/");
  return (
    <dialog ref={dialog} className="poster" aria-labelledby={id} onClose={onClose}>
      <h2 id={id} className="page-title">
        <bdi>{title}</bdi>
      </h2>
      <p className="lead">{words.poster}</p>
      {modules ? <QrCode label={words.qrCode(link)} modules={modules} /> : null}
      <p className="poster-address" dir="ltr">
        {host}
        <span className="poster-code">{code}</span>
      </p>
      <div className="row poster-actions">
        <Button autoFocus onClick={onClose}>
          {words.close}
        </Button>
        <Button onClick={() => window.print()}>{words.print}</Button>
      </div>
    </dialog>
  );
}
