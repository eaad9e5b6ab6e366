import { Page, Status, Title } from "@lectern/ui";
import type { ReactNode } from "react";
import { useWords } from "../words/index.ts";

/** No session has this link's code. */
export function NotFoundPage({ code, children }: { code: string; children: ReactNode }) {
  const { notFound, talk } = useWords();
  return (
    <Page state="not-found" documentTitle={`${notFound.documentTitle} · Lectern`}>
      <div className="stack">
        <Title>{notFound.title}</Title>
        <p className="lead">
          <Status label={talk.statusLabel} look="plain">
            {notFound.text(<code dir="ltr">{code}</code>)}
          </Status>
        </p>
      </div>
      {children}
    </Page>
  );
}
