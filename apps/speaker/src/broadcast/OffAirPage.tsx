import { CopyLink, CopyReport, Page, Sign, Status, Title } from "@lectern/ui";
import type { ReactNode } from "react";
import { report } from "../report/journal.ts";
import { useWords } from "../words/index.ts";

export interface OffAirPageProps {
  state: "displaced" | "ended" | "failed" | "microphone-check";
  code?: string | undefined;
  /** What was thrown, in "failed". */
  cause?: unknown;
  corner: ReactNode;
  /** The state, at a glance. */
  headline: string;
  /** What happened. */
  title: string;
  /** What to do. */
  advice: string;
  /** Said at once. Default false. */
  urgent?: boolean;
  busy?: boolean;
  link: string | null;
  /** The recordings on this device. */
  kept: ReactNode;
  /** The buttons that do it. */
  children?: ReactNode;
}

/** Not sending, and nothing to be checked: what happened, and what to do. */
export function OffAirPage(props: OffAirPageProps) {
  const { broadcast: words, share } = useWords();
  const { state, code, corner, headline, title, advice, urgent = false, busy = false, link, kept, children } = props;
  return (
    <Page state={state} code={code} documentTitle={`${headline} · Lectern`} corner={corner} busy={busy}>
      <Sign tone="rest">
        <Status label={words.statusLabel}>{headline}</Status>
      </Sign>
      <div className="stack">
        <Title>{title}</Title>
        <p className="lead" role={urgent ? "alert" : undefined}>
          {advice}
        </p>
      </div>
      <div className="row">{children}</div>
      {state === "failed" ? <CopyReport write={() => report(props.cause)} /> : null}
      {link ? (
        <div className="ruled">
          <CopyLink label={share.link} href={link} />
        </div>
      ) : null}
      {kept}
    </Page>
  );
}
