import { Button, CopyLink } from "@lectern/ui";
import { useState } from "react";
import { useWords } from "../words/index.ts";
import { PosterDialog } from "./PosterDialog.tsx";

/** The listener link to copy, to read aloud, or to show to a room. */
export function ShareLink({ title, link }: { title: string; link: string }) {
  const words = useWords().share;
  const [showing, setShowing] = useState(false);
  return (
    <div className="share-link">
      <CopyLink label={words.link} href={link} />
      <Button onClick={() => setShowing(true)}>{words.show}</Button>
      <PosterDialog open={showing} title={title} link={link} onClose={() => setShowing(false)} />
    </div>
  );
}
