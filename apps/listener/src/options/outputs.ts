import { createStore } from "@lectern/primitives";

/** Where sound can come out. Nothing here asks for a microphone, though many browsers only name outputs after that. */
type OutputsState =
  /** This browser offers no choice, or there is only one. */
  | { status: "none" }
  /** Known by name; "" is the system's own choice. */
  | { status: "list"; outputs: readonly { id: string; label: string }[]; chosenId: string }
  /** The browser shows them itself, when asked. `label`: the one in use; "" is the system's own choice. */
  | { status: "picker"; label: string };

export interface Outputs {
  getState(): OutputsState;
  subscribe(listener: () => void): () => void;
  /** Of those listed. One that cannot be used changes nothing. */
  choose(id: string): void;
  /** Opens the browser's picker: call it in a tap. */
  pick(): void;
}

type OutputElement = Partial<Pick<HTMLMediaElement, "setSinkId" | "sinkId">> & Pick<EventTarget, "addEventListener">;
type OutputDevices = Pick<MediaDevices, "enumerateDevices" | "addEventListener"> & {
  /** Audio Output Devices API, §4; Firefox's. */
  selectAudioOutput?(): Promise<{ deviceId: string; label: string }>;
};

/** Chromium's own names for what the system chose. */
const SYSTEMS_OWN = ["", "default", "communications"];

/** Follows what is plugged in. If the chosen output is gone, the system's choice is used until it is back. */
export function createOutputs(
  element: OutputElement,
  devices: OutputDevices | undefined,
  preference: { wantedId: string; keep(id: string): void },
): Outputs {
  let { wantedId } = preference;
  const { getState, subscribe, dispatch } = createStore<OutputsState, OutputsState>(
    { status: "none" },
    (_, next) => next,
  );

  async function follow(): Promise<void> {
    if (!devices || !element.setSinkId) return;
    const all = await devices.enumerateDevices();
    const outputs = all
      .filter(({ kind, deviceId, label }) => kind === "audiooutput" && label !== "" && !SYSTEMS_OWN.includes(deviceId))
      .map(({ deviceId: id, label }) => ({ id, label }));
    const id = outputs.some((output) => output.id === wantedId) ? wantedId : "";
    if ((element.sinkId ?? "") !== id) await element.setSinkId(id).catch(() => undefined);
    const chosenId = element.sinkId ?? "";
    if (devices.selectAudioOutput)
      dispatch({ status: "picker", label: outputs.find((output) => output.id === chosenId)?.label ?? "" });
    else if (outputs.length > 1) dispatch({ status: "list", outputs, chosenId });
    else dispatch({ status: "none" });
  }
  const followQuietly = () => void follow().catch(() => undefined);
  function want(id: string): void {
    wantedId = id;
    preference.keep(id);
    followQuietly();
  }

  devices?.addEventListener("devicechange", followQuietly);
  // An element that does not play yet may refuse (Chromium: AbortError).
  element.addEventListener("playing", followQuietly);
  followQuietly();
  return {
    getState,
    subscribe,
    choose: want,
    pick() {
      // Rejected when nothing was picked: then nothing changes.
      devices?.selectAudioOutput?.().then(
        ({ deviceId }) => want(deviceId),
        () => undefined,
      );
    },
  };
}
