import type { SessionApi } from "@lectern/session-api/client";
import type { Session } from "@lectern/session-api/contract";
import { Button } from "@lectern/ui";
import { LoadedPage } from "../problems/LoadedPage.tsx";
import { useLoaded } from "../problems/use-loaded.ts";
import { useWords } from "../words/index.ts";
import { TalkItem } from "./TalkItem.tsx";
import { TalksSkeleton } from "./TalksSkeleton.tsx";

export type TalksApi = Pick<SessionApi, "listSessions" | "patchSession" | "deleteSession">;

export interface TalksPageProps {
  api: TalksApi;
  /** Epoch ms of the server. */
  now: number;
  /** Takes a talk up, to go live on it. */
  onUse: (talk: Session | "new") => void;
  /** A talk was changed: the current one is opened anew. */
  onChanged: () => void;
  onClose: () => void;
}

/** Every talk of the speaker's: each with its lasting link. */
export function TalksPage({ api, now, onUse, onChanged, onClose }: TalksPageProps) {
  const { currentTalk, talks: words } = useWords();
  const loaded = useLoaded(api.listSessions);
  const after = async (change: Promise<unknown>) => {
    await change;
    onChanged();
    await loaded.reload();
  };
  return (
    <LoadedPage state="talks" title={words.title} loaded={loaded} onClose={onClose} skeleton={<TalksSkeleton />}>
      {(talks) => (
        <>
          <ul className="talks" aria-label={words.title}>
            {talks.map((talk) => (
              <TalkItem
                key={talk.id}
                talk={talk}
                now={now}
                onUse={() => onUse(talk)}
                onRename={(title) => after(api.patchSession(talk.code, { title }))}
                onReplaceLink={() => after(api.patchSession(talk.code, { code: null }))}
                onDelete={() => after(api.deleteSession(talk.code))}
              />
            ))}
          </ul>
          <div>
            <Button large onClick={() => onUse("new")}>
              {currentTalk.newTalk}
            </Button>
          </div>
        </>
      )}
    </LoadedPage>
  );
}
