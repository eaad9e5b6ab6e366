import { Page, Status, Title } from "@lectern/ui";
import type { ReactNode } from "react";
import { useWords } from "../words/index.ts";

export interface NotFoundPageProps {
  code: string;
  /** Whether a session had it a moment ago. */
  removed: boolean;
  /** To look for another one. */
  children: ReactNode;
}

/** No session has this link's code. */
export function NotFoundPage({ code, removed, children }: NotFoundPageProps) {
  const { notFound, talk } = useWords();
  const { title, text } = removed ? notFound.removed : notFound;
  return (
    <Page state="not-found" documentTitle={`${notFound.documentTitle} · Lectern`}>
      <div className="stack">
        <Title>{title}</Title>
        <p className="lead">
          <Status label={talk.statusLabel} look="plain">
            {text(<code dir="ltr">{code}</code>)}
          </Status>
        </p>
      </div>
      {children}
    </Page>
  );
}
