import type { KeptRecording, Shelf } from "@lectern/live/recording";
import { Button, ConfirmDialog } from "@lectern/ui";
import { useId, useState, useSyncExternalStore } from "react";
import { download } from "./download.ts";

/** What this browser keeps of the speaker's talks, until they discard it. Nothing where there is none. */
export function KeptRecordings({ shelf }: { shelf: Shelf }) {
  const state = useSyncExternalStore(shelf.subscribe, shelf.getState);
  if (state.status !== "open" || state.recordings.length === 0) return null;
  return (
    <section className="ruled stack" aria-labelledby="recordings">
      <div>
        <h2 id="recordings">Your recordings</h2>
        <p className="soft">Kept on this device, in this browser, never uploaded. They stay until you discard them.</p>
      </div>
      <ul className="recordings">
        {state.recordings.map((recording) => (
          <Recording key={recording.id} recording={recording} shelf={shelf} />
        ))}
      </ul>
    </section>
  );
}

const dates = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "short" });

function lengthOf({ lengthMs }: KeptRecording): string {
  const minutes = Math.round(lengthMs / 60_000);
  return minutes < 1 ? "under a minute" : `about ${minutes} min`;
}

function Recording({ recording, shelf }: { recording: KeptRecording; shelf: Shelf }) {
  const [step, setStep] = useState<"rest" | "preparing" | "gone" | "asking">("rest");
  const take = async () => {
    setStep("preparing");
    const file = await shelf.take(recording.id);
    if (file) download(file);
    setStep(file ? "rest" : "gone");
  };
  const id = useId();
  return (
    <li className="stack-tight">
      <p id={id}>
        <bdi>{recording.title}</bdi>
        <span className="soft">
          {" "}
          {dates.format(recording.startedAt)}, {lengthOf(recording)}
        </span>
      </p>
      {step === "gone" ? <p role="alert">It is not there any more, or cannot be read.</p> : null}
      <div className="row">
        <Button
          aria-describedby={id}
          aria-disabled={step === "preparing" || undefined}
          onClick={() => step !== "preparing" && void take()}
        >
          {step === "preparing" ? "Preparing…" : "Download"}
        </Button>
        <Button tone="plain" aria-describedby={id} onClick={() => setStep("asking")}>
          Discard
        </Button>
      </div>
      <ConfirmDialog
        open={step === "asking"}
        title="Discard this recording?"
        text="There is no other copy, unless you downloaded one and it opens."
        cancelLabel="Keep it"
        confirmLabel="Discard for good"
        onCancel={() => setStep("rest")}
        onConfirm={() => void shelf.discard(recording.id)}
      />
    </li>
  );
}
