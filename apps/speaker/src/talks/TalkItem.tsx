import type { Session } from "@lectern/session-api/contract";
import { Button, ConfirmDialog, Disclosure, TextField } from "@lectern/ui";
import { useState } from "react";
import { TITLE_MAX_LENGTH } from "../desk/desk.ts";
import { SettingForm } from "../problems/SettingForm.tsx";
import { useTask } from "../problems/use-task.ts";
import { whenLive } from "./when-live.ts";

export interface TalkItemProps {
  talk: Session;
  /** Epoch ms of the server. */
  now: number;
  onUse: () => void;
  onRename: (title: string) => Promise<void>;
  onReplaceLink: () => Promise<void>;
  onDelete: () => Promise<void>;
}

/** One talk in the list: take it up, or change it. */
export function TalkItem({ talk, now, onUse, onRename, onReplaceLink, onDelete }: TalkItemProps) {
  const [title, setTitle] = useState(talk.title);
  const [asking, setAsking] = useState<"replace" | "delete" | null>(null);
  const renaming = useTask();
  const changing = useTask();
  return (
    <li className="talk">
      <div className="talk-head">
        <h2>
          <bdi>{talk.title}</bdi>
        </h2>
        <p className="soft">{whenLive(talk, now)}</p>
        <p className="talk-code">{talk.code}</p>
      </div>
      <Button onClick={onUse} aria-label={`Use this talk: ${talk.title}`}>
        Use this talk
      </Button>
      <Disclosure summary="Change">
        <div className="stack">
          <SettingForm
            task={renaming}
            action="Save title"
            onSubmit={() => renaming.run(() => onRename(title.trim()).then(() => "Saved."))}
          >
            <TextField
              label="Title"
              required
              autoComplete="off"
              maxLength={TITLE_MAX_LENGTH}
              value={title}
              onChange={(event) => setTitle(event.currentTarget.value)}
            />
          </SettingForm>
          <SettingForm task={changing} action="Replace the link" onSubmit={() => setAsking("replace")}>
            <p className="soft">For a link that came into wrong hands. Who listens at the moment stays.</p>
          </SettingForm>
          <div>
            <Button onClick={() => setAsking("delete")}>Delete talk</Button>
          </div>
        </div>
      </Disclosure>
      <ConfirmDialog
        open={asking === "replace"}
        title="Replace the link?"
        text="The old link, its QR code and its posters lead nowhere from then on. Give the new one away."
        cancelLabel="Keep the link"
        confirmLabel="Replace it"
        onCancel={() => setAsking(null)}
        onConfirm={() => {
          setAsking(null);
          changing.run(() => onReplaceLink().then(() => "This talk has a new link."));
        }}
      />
      <ConfirmDialog
        open={asking === "delete"}
        title="Delete this talk?"
        text="Its link leads nowhere from then on. If it is on air, it ends for everyone."
        cancelLabel="Keep it"
        confirmLabel="Delete for good"
        onCancel={() => setAsking(null)}
        onConfirm={() => {
          setAsking(null);
          changing.run(() => onDelete().then(() => null));
        }}
      />
    </li>
  );
}
