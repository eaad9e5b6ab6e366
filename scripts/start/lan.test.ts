import type { NetworkInterfaceInfo } from "node:os";
import { expect, test } from "vitest";
import { lanAddress } from "./lan.ts";

const at = (address: string, internal = false): NetworkInterfaceInfo[] => [
  { address, internal, family: "IPv4", netmask: "255.255.255.0", mac: "02:00:00:00:00:01", cidr: null },
];

test("finds this machine's address on its network, not a loopback or link-local one", () => {
  const interfaces = { lo: at("127.0.0.1", true), usb0: at("169.254.3.4"), wlan0: at("192.168.1.5") };
  expect(lanAddress(undefined, interfaces)).toBe("192.168.1.5");
});

test("accepts an IPv4 address, and nothing else", () => {
  expect(lanAddress("10.0.0.7", {})).toBe("10.0.0.7");
  expect(() => lanAddress("my-laptop", {})).toThrow(/LECTERN_LAN_ADDRESS is "my-laptop"/);
});

test("without a network says what to do", () => {
  expect(() => lanAddress(undefined, { lo: at("127.0.0.1", true) })).toThrow(/Join one/);
});
