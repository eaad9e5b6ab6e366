import { useEffect, useState } from "react";
import { Button } from "./Button.tsx";
import { copyText } from "./copy-text.ts";
import { useUiWords } from "./words/ui-words.ts";

export interface CopyLinkProps {
  /** The link's text. */
  label: string;
  href: string;
}

const SAID_FOR_MS = 4000;

/** A link to be opened, copied or read aloud. */
export function CopyLink({ label, href }: CopyLinkProps) {
  const words = useUiWords().copyLink;
  const [outcome, setOutcome] = useState<"copied" | "refused" | null>(null);
  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(null), SAID_FOR_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = () =>
    copyText(href).then(
      () => setOutcome("copied"),
      () => setOutcome("refused"),
    );
  return (
    <div>
      <div className="link-line">
        <a href={href} target="_blank" rel="noopener">
          {label}
        </a>
        <Button onClick={() => void copy()}>{outcome === "copied" ? words.copied : words.copy}</Button>
      </div>
      <p className="link-address">
        <bdi dir="ltr">{href.replace(/^https?:\/\//, "")}</bdi>
      </p>
      <p className="soft" aria-live="polite">
        {outcome === "refused" ? words.refused : ""}
      </p>
    </div>
  );
}
