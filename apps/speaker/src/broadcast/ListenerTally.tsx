import type { ListenerCounts } from "@lectern/live/broadcast";
import { Status } from "@lectern/ui";
import { useWords } from "../words/index.ts";

export interface ListenerTallyProps {
  counts: ListenerCounts;
  /** Whether nothing is sent: then nobody hears anything, whoever is here. */
  silent: boolean;
}

/** How many hear the speaker, first; then those on their way. */
export function ListenerTally({ counts, silent }: ListenerTallyProps) {
  const words = useWords().broadcast.tally;
  const isEmpty = counts.hearing + counts.connected + counts.seated + counts.waiting === 0;
  return (
    <Status label={words.label} look="plain">
      {isEmpty ? <span className="tally-rest">{words.nobody}</span> : <Tally counts={counts} silent={silent} />}
    </Status>
  );
}

function Tally({ counts, silent }: { counts: ListenerCounts; silent: boolean }) {
  const words = useWords().broadcast.tally;
  const { hearing, connected, seated } = counts;
  // Who has a place and no connection waits as well: their network may let nothing through to this page.
  const waiting = counts.waiting + Math.max(0, seated - connected);
  return (
    <span className="tally">
      <span className="count">{words.count(hearing)}</span>{" "}
      <span className="tally-main">{silent ? words.here(hearing) : words.hearing(hearing)}</span>{" "}
      <span className="tally-rest">
        <span className="visually-hidden">· </span>
        {words.onTheWay(connected, waiting)}
      </span>
    </span>
  );
}
