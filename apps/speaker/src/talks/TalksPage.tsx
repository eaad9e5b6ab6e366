import type { Session } from "@lectern/session-api/contract";
import { Button, Page, Title } from "@lectern/ui";
import { ProblemNotice } from "../problems/ProblemNotice.tsx";
import { TalkItem } from "./TalkItem.tsx";
import { type TalksApi, useTalks } from "./use-talks.ts";

export interface TalksPageProps {
  api: TalksApi;
  /** Epoch ms of the server. */
  now: number;
  /** Takes a talk up, to go live on it. */
  onUse: (talk: Session | "new") => void;
  /** A talk is not what it was: whoever holds it takes it up anew. */
  onChanged: () => void;
  onClose: () => void;
}

/** Every talk of the speaker's: each with its lasting link. */
export function TalksPage({ api, now, onUse, onChanged, onClose }: TalksPageProps) {
  const { talks, problem, reload } = useTalks(api);
  const after = async (change: Promise<unknown>) => {
    await change;
    onChanged();
    await reload();
  };
  return (
    <Page
      state="talks"
      documentTitle="Your talks · Lectern"
      busy={talks === null && problem === null}
      corner={
        <Button tone="plain" onClick={onClose}>
          Back
        </Button>
      }
    >
      <Title>Your talks</Title>
      {problem ? (
        <ProblemNotice code={problem}>
          <Button tone="primary" onClick={() => void reload()}>
            Try again
          </Button>
        </ProblemNotice>
      ) : null}
      <ul className="talks" aria-label="Your talks">
        {talks?.map((talk) => (
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
          New talk
        </Button>
      </div>
    </Page>
  );
}
