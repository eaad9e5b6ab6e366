import { Page, Status, Title } from "@lectern/ui";
import type { ReactNode } from "react";

/** No session has this link's code. */
export function NotFoundPage({ code, children }: { code: string; children: ReactNode }) {
  return (
    <Page state="not-found" documentTitle="No such talk · Lectern">
      <div className="stack">
        <Title>No talk has this link</Title>
        <p className="lead">
          <Status label="Listening status" look="plain">
            Nothing was found under <code>{code}</code>. Compare it with what the speaker gave you, or ask for a new
            link.
          </Status>
        </p>
      </div>
      {children}
    </Page>
  );
}
