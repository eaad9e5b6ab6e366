import type { KeptRecording, RecordingStore } from "@lectern/live/recording";
import { Button, ConfirmDialog } from "@lectern/ui";
import { useId, useState, useSyncExternalStore } from "react";
import { useWords } from "../words/index.ts";
import { download } from "./download.ts";

/** What this browser keeps of the speaker's talks, until they discard it. Nothing where there is none. */
export function KeptRecordings({ store }: { store: RecordingStore }) {
  const words = useWords().recording;
  const state = useSyncExternalStore(store.subscribe, store.getState);
  if (state.status !== "open" || state.recordings.length === 0) return null;
  return (
    <section className="ruled stack" aria-labelledby="recordings">
      <div>
        <h2 id="recordings">{words.title}</h2>
        <p className="soft">{words.lead}</p>
      </div>
      <ul className="recordings">
        {state.recordings.map((recording) => (
          <Recording key={recording.id} recording={recording} store={store} />
        ))}
      </ul>
    </section>
  );
}

function Recording({ recording, store }: { recording: KeptRecording; store: RecordingStore }) {
  const words = useWords().recording;
  const [step, setStep] = useState<"rest" | "preparing" | "gone" | "asking">("rest");
  const take = async () => {
    setStep("preparing");
    const file = await store.take(recording.id);
    if (file) download(file);
    setStep(file ? "rest" : "gone");
  };
  const id = useId();
  return (
    <li className="stack-tight">
      <p id={id}>
        <bdi>{recording.title}</bdi>
        <span className="soft"> {words.whenAndLong(recording.startedAt, Math.round(recording.lengthMs / 60_000))}</span>
      </p>
      {step === "gone" ? <p role="alert">{words.gone}</p> : null}
      <div className="row">
        <Button
          aria-describedby={id}
          aria-disabled={step === "preparing" || undefined}
          onClick={() => step !== "preparing" && void take()}
        >
          {step === "preparing" ? words.preparing : words.download}
        </Button>
        <Button tone="plain" aria-describedby={id} onClick={() => setStep("asking")}>
          {words.discard}
        </Button>
      </div>
      <ConfirmDialog
        open={step === "asking"}
        words={words.ask}
        onCancel={() => setStep("rest")}
        onConfirm={() => void store.discard(recording.id)}
      />
    </li>
  );
}
