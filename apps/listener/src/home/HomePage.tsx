import { Page, Title } from "@lectern/ui";
import { useWords } from "../words/index.ts";
import { JoinForm } from "./JoinForm.tsx";

/** For somebody who has no link but was told a code. */
export function HomePage() {
  const { title, lead } = useWords().home;
  return (
    <Page state="home" documentTitle="Lectern">
      <div className="stack">
        <Title>{title}</Title>
        <p className="lead">{lead}</p>
      </div>
      <JoinForm />
    </Page>
  );
}
