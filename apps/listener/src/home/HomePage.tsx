import { Page, Title } from "@lectern/ui";
import { JoinForm } from "./JoinForm.tsx";

/** For who has no link but was told a code. */
export function HomePage() {
  return (
    <Page state="home" documentTitle="Lectern">
      <div className="stack">
        <Title>Listen to a talk</Title>
        <p className="lead">Open the link the speaker gave you, or type its code here.</p>
      </div>
      <JoinForm />
    </Page>
  );
}
