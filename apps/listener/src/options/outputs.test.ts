import { expect, it } from "vitest";
import { createOutputs } from "./outputs.ts";

const output = (deviceId: string, label: string, kind = "audiooutput") => ({ kind, deviceId, label });
const speakers = output("speakers", "Loudspeakers");
const headset = output("headset", "Headset");

class FakeElement extends EventTarget {
  sinkId = "";
  isReady = true;
  async setSinkId(id: string): Promise<void> {
    if (!this.isReady) throw new Error("AbortError");
    if (id === "broken") throw new Error("NotFoundError");
    this.sinkId = id;
  }
}

class FakeDevices extends EventTarget {
  devices: ReturnType<typeof output>[];
  constructor(devices: ReturnType<typeof output>[]) {
    super();
    this.devices = devices;
  }
  enumerateDevices = async () => this.devices as MediaDeviceInfo[];
  async plug(...devices: ReturnType<typeof output>[]): Promise<void> {
    this.devices = devices;
    this.dispatchEvent(new Event("devicechange"));
    await settle();
  }
}

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

async function setUp(devices: FakeDevices, wantedId = "", element: FakeElement | EventTarget = new FakeElement()) {
  const kept: string[] = [];
  const sinkId = () => ("sinkId" in element ? element.sinkId : undefined);
  const outputs = createOutputs(element, devices, { wantedId, keep: (id) => kept.push(id) });
  await settle();
  return { outputs, sinkId, kept };
}

it("offers what the browser names, takes what is chosen and remembers it", async () => {
  const { outputs, sinkId, kept } = await setUp(
    new FakeDevices([output("default", "Default"), speakers, headset, output("m", "A microphone", "audioinput")]),
  );
  const listed = [
    { id: "speakers", label: "Loudspeakers" },
    { id: "headset", label: "Headset" },
  ];
  expect(outputs.getState()).toEqual({ status: "list", outputs: listed, chosenId: "" });
  outputs.choose("headset");
  await settle();
  expect(outputs.getState()).toEqual({ status: "list", outputs: listed, chosenId: "headset" });
  expect([sinkId(), kept]).toEqual(["headset", ["headset"]]);
});

it("gives way to the system's choice when the chosen one is gone, and takes it again when it is back", async () => {
  const devices = new FakeDevices([speakers, headset]);
  const { outputs, sinkId } = await setUp(devices, "headset");
  expect(sinkId()).toBe("headset");
  await devices.plug(speakers);
  expect([sinkId(), outputs.getState()]).toEqual(["", { status: "none" }]);
  await devices.plug(speakers, headset);
  expect(sinkId()).toBe("headset");
});

it("stays with what works when another cannot be used", async () => {
  const { outputs, sinkId } = await setUp(new FakeDevices([speakers, headset, output("broken", "HDMI")]), "headset");
  outputs.choose("broken");
  await settle();
  expect(sinkId()).toBe("headset");
  expect(outputs.getState()).toMatchObject({ chosenId: "headset" });
});

it("takes the remembered one as soon as the element plays, if it would not before", async () => {
  const element = new FakeElement();
  element.isReady = false;
  const { sinkId } = await setUp(new FakeDevices([speakers, headset]), "headset", element);
  expect(sinkId()).toBe("");
  element.isReady = true;
  element.dispatchEvent(new Event("playing"));
  await settle();
  expect(sinkId()).toBe("headset");
});

it.each<[string, FakeDevices, EventTarget]>([
  ["names none", new FakeDevices([output("", ""), output("", "")]), new FakeElement()],
  ["has one", new FakeDevices([speakers]), new FakeElement()],
  ["cannot send sound elsewhere", new FakeDevices([speakers, headset]), new EventTarget()],
])("offers nothing where the browser %s", async (_, devices, element) => {
  expect((await setUp(devices, "headset", element)).outputs.getState()).toEqual({ status: "none" });
});

it("leaves the picking to a browser that has a picker", async () => {
  const devices = Object.assign(new FakeDevices([]), {
    selectAudioOutput: async () => {
      devices.devices = [headset];
      return { deviceId: "headset", label: "Headset" };
    },
  });
  const { outputs, sinkId, kept } = await setUp(devices);
  expect(outputs.getState()).toEqual({ status: "picker", label: "" });
  outputs.pick();
  await settle();
  expect(outputs.getState()).toEqual({ status: "picker", label: "Headset" });
  expect([sinkId(), kept]).toEqual(["headset", ["headset"]]);
});
