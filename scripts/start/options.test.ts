import { expect, test } from "vitest";
import { parseOptions, variableOfPort } from "./options.ts";

test("has defaults", () => {
  expect(parseOptions([], {})).toEqual({
    fresh: false,
    built: false,
    lan: false,
    tls: false,
    lanAddress: undefined,
    speakerPort: 5173,
    listenerPort: 5174,
    awsPort: 9700,
    tlsPort: 9701,
    dataDirectory: ".local",
  });
});

test("takes each port from the environment", () => {
  const options = parseOptions(["--fresh", "--built", "--lan", "--tls"], {
    LECTERN_LAN_ADDRESS: "192.168.1.5",
    LECTERN_SPEAKER_PORT: "8001",
    LECTERN_LISTENER_PORT: "8002",
    LECTERN_AWS_PORT: "8003",
    LECTERN_TLS_PORT: "8004",
    LECTERN_DATA: "elsewhere",
  });
  expect(options).toEqual({
    fresh: true,
    built: true,
    lan: true,
    tls: true,
    lanAddress: "192.168.1.5",
    speakerPort: 8001,
    listenerPort: 8002,
    awsPort: 8003,
    tlsPort: 8004,
    dataDirectory: "elsewhere",
  });
  expect(variableOfPort(options, 8002)).toBe("LECTERN_LISTENER_PORT");
  expect(variableOfPort(options, 8004)).toBe("LECTERN_TLS_PORT");
});

test.each(["0", "70000", "80.5", "http"])("refuses %s as a port, naming the variable", (value) => {
  expect(() => parseOptions([], { LECTERN_AWS_PORT: value })).toThrow(/LECTERN_AWS_PORT/);
});

test("refuses two servers on one port", () => {
  expect(() => parseOptions([], { LECTERN_AWS_PORT: "5173" })).toThrow(/port of their own/);
  expect(() => parseOptions(["--tls"], { LECTERN_AWS_PORT: "9701" })).toThrow(/port of their own/);
  expect(variableOfPort(parseOptions([], { LECTERN_AWS_PORT: "9701" }), 9701)).toBe("LECTERN_AWS_PORT");
});

test("refuses an option it does not know", () => {
  expect(() => parseOptions(["--frehs"], {})).toThrow(/--frehs/);
});
