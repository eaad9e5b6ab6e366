import type { ListenerCounts } from "@lectern/live/broadcast";
import { Status } from "@lectern/ui";

const nobody: ListenerCounts = { waiting: 0, seated: 0, connected: 0, hearing: 0, notHearing: 0 };

/** How many hear the speaker, first; then those on their way. */
export function ListenerTally({ counts = nobody }: { counts?: ListenerCounts | undefined }) {
  const { hearing, connected, waiting } = counts;
  return (
    <Status label="Listeners" look="plain">
      <span className="tally">
        <span className="count">{hearing}</span> <span className="tally-main">hearing you</span>{" "}
        <span className="tally-rest">
          <span className="visually-hidden">· </span>
          {connected} connected · {waiting} waiting
        </span>
      </span>
    </Status>
  );
}
