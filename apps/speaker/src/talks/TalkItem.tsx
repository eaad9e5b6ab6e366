import { type Session, titleSchema } from "@lectern/session-api/contract";
import { Button, ConfirmButton, ConfirmDialog, Disclosure, TextField } from "@lectern/ui";
import { useState } from "react";
import { is } from "valibot";
import { TITLE_MAX_LENGTH } from "../current-talk/current-talk.ts";
import { SettingForm } from "../problems/SettingForm.tsx";
import { useTask } from "../problems/use-task.ts";
import { useWords } from "../words/index.ts";
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
  const { currentTalk, talks: words } = useWords();
  const [title, setTitle] = useState(talk.title);
  const [askingToReplace, setAskingToReplace] = useState(false);
  const renaming = useTask();
  const fit = is(titleSchema, title);
  const changing = useTask();
  return (
    <li className="talk">
      <div className="talk-head">
        <h2>
          <bdi>{talk.title}</bdi>
        </h2>
        <p className="soft">{whenLive(talk, now, words.when)}</p>
        <p className="talk-code">
          <bdi dir="ltr">{talk.code}</bdi>
        </p>
      </div>
      <Button onClick={onUse} aria-label={words.useOf(talk.title)}>
        {words.use}
      </Button>
      <Disclosure summary={words.change}>
        <div className="stack">
          <SettingForm
            task={renaming}
            action={words.save}
            onSubmit={() => {
              if (!fit) return;
              renaming.run(() =>
                onRename(title.trim()).then(
                  () =>
                    ({ talks }) =>
                      talks.saved,
                ),
              );
            }}
          >
            <TextField
              label={currentTalk.title}
              required
              problem={fit ? undefined : currentTalk.unfit}
              autoComplete="off"
              maxLength={TITLE_MAX_LENGTH}
              value={title}
              onChange={(event) => setTitle(event.currentTarget.value)}
            />
          </SettingForm>
          <SettingForm task={changing} action={words.replace} onSubmit={() => setAskingToReplace(true)}>
            <p className="soft">{words.aboutReplacing}</p>
          </SettingForm>
          <div>
            <ConfirmButton words={words.askDelete} onConfirm={() => changing.run(() => onDelete().then(() => null))}>
              {words.delete}
            </ConfirmButton>
          </div>
        </div>
      </Disclosure>
      <ConfirmDialog
        open={askingToReplace}
        words={words.askReplace}
        onCancel={() => setAskingToReplace(false)}
        onConfirm={() => {
          setAskingToReplace(false);
          changing.run(() =>
            onReplaceLink().then(
              () =>
                ({ talks }) =>
                  talks.replaced,
            ),
          );
        }}
      />
    </li>
  );
}
