import { fc, text } from "@lectern/fuzz";
import { expect, test, vi } from "vitest";
import { createMicrophone } from "./microphone.ts";

const STATUSES = ["open", "denied", "missing", "failed"];

/** A system's microphones, and what it says when asked for one. */
interface Devices {
  listed: Pick<MediaDeviceInfo, "kind" | "deviceId" | "label">[] | null;
  refusal: unknown;
}

function putInPlace({ listed, refusal }: Devices): void {
  const track = {
    enabled: true,
    onended: null,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    stop: () => undefined,
    getSettings: () => ({ deviceId: listed?.[0]?.deviceId }),
  };
  const node = { connect: () => undefined, disconnect: () => undefined, getFloatTimeDomainData: () => undefined };
  vi.stubGlobal(
    "AudioContext",
    class {
      resume = async () => undefined;
      close = async () => undefined;
      createMediaStreamSource = () => node;
      createAnalyser = () => node;
    },
  );
  const mediaDevices = Object.assign(new EventTarget(), {
    async getUserMedia() {
      if (refusal !== undefined) throw refusal;
      return { getAudioTracks: () => [track], getTracks: () => [track] };
    },
    async enumerateDevices() {
      if (listed === null) throw new Error("NotAllowedError");
      return listed;
    },
  });
  vi.stubGlobal("navigator", { mediaDevices });
}

const devices: fc.Arbitrary<Devices> = fc.record({
  listed: fc.option(
    fc.array(
      fc.record({
        kind: fc.constantFrom("audioinput" as const, "audiooutput" as const, "videoinput" as const),
        deviceId: text,
        label: text,
      }),
      { maxLength: 5 },
    ),
  ),
  refusal: fc.oneof(
    { weight: 2, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: text.map((name) => Object.assign(new Error(name), { name })) },
    { weight: 1, arbitrary: fc.constantFrom<unknown>(null, "no", new TypeError("no mediaDevices")) },
  ),
});

test("opens or refuses whatever devices there are, and opens one once there is one", async () => {
  await fc.assert(
    fc.asyncProperty(devices, fc.option(text), async (given, deviceId) => {
      putInPlace(given);
      const environment = { page: new EventTarget(), isVisible: () => true, isMicrophoneGranted: async () => false };
      const microphone = createMicrophone({ deviceId, environment });
      await microphone.open();
      const { status, devices: shown } = microphone.getState();
      expect(STATUSES).toContain(status);
      if (given.refusal === undefined) expect(status).toBe("open");
      for (const { id } of shown) expect(id).not.toBe("");
      await microphone.select(deviceId);
      putInPlace({ listed: [{ kind: "audioinput", deviceId: "right", label: "The right one" }], refusal: undefined });
      await microphone.open();
      expect(microphone.getState()).toMatchObject({ status: "open", usedId: "right" });
      microphone.close();
    }),
  );
});
