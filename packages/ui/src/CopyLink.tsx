import { useEffect, useId, useState } from "react";
import { Button } from "./Button.tsx";

export interface CopyLinkProps {
  /** Accessible name of the link, and the label over it. */
  label: string;
  href: string;
}

const SAID_FOR_MS = 4000;

/** A link to give away: to be read aloud, opened, or copied. */
export function CopyLink({ label, href }: CopyLinkProps) {
  const id = useId();
  const [outcome, setOutcome] = useState<"copied" | "refused" | null>(null);
  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(null), SAID_FOR_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = () =>
    navigator.clipboard.writeText(href).then(
      () => setOutcome("copied"),
      () => setOutcome("refused"),
    );
  return (
    <div>
      <span className="label" id={id}>
        {label}
      </span>
      <div className="link-line">
        <a href={href} target="_blank" rel="noopener" aria-labelledby={id}>
          {href.replace(/^https?:\/\//, "")}
        </a>
        <Button onClick={() => void copy()}>{outcome === "copied" ? "Copied" : "Copy link"}</Button>
      </div>
      <p className="soft" aria-live="polite">
        {outcome === "refused" ? "Your browser did not allow copying: select the link and copy it by hand." : ""}
      </p>
    </div>
  );
}
