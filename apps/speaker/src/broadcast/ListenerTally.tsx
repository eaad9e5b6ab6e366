import type { ListenerCounts } from "@lectern/live/broadcast";
import { Status } from "@lectern/ui";
import { useWords } from "../words/index.ts";

const nobody: ListenerCounts = { waiting: 0, seated: 0, connected: 0, hearing: 0, notHearing: 0, unreached: 0 };

/** How many hear the speaker, first; then those on their way. */
export function ListenerTally({ counts = nobody }: { counts?: ListenerCounts | undefined }) {
  const words = useWords().broadcast.tally;
  const { hearing, connected, waiting } = counts;
  return (
    <Status label={words.label} look="plain">
      <span className="tally">
        <span className="count">{words.count(hearing)}</span>{" "}
        <span className="tally-main">{words.hearing(hearing)}</span>{" "}
        <span className="tally-rest">
          <span className="visually-hidden">· </span>
          {words.onTheWay(connected, waiting)}
        </span>
      </span>
    </Status>
  );
}
