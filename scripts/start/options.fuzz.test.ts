import { fc, text } from "@lectern/fuzz";
import { expect, test } from "vitest";
import { parseOptions } from "./options.ts";

const value = fc.oneof(fc.constantFrom("5173", "9700", "65536", "0x10", "1e3"), text);
const variable = fc.constantFrom(
  "LECTERN_SPEAKER_PORT",
  "LECTERN_LISTENER_PORT",
  "LECTERN_AWS_PORT",
  "LECTERN_TLS_PORT",
);

test("takes any environment and arguments for ports, or says which of them is wrong", () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constant("--fresh"), text), { maxLength: 2 }),
      fc.dictionary(variable, value),
      (args, env) => {
        try {
          const { speakerPort, listenerPort, awsPort } = parseOptions(args, env);
          for (const port of [speakerPort, listenerPort, awsPort]) expect(port).toSatisfy(Number.isInteger);
        } catch (error) {
          // It may quote its input, unlike other errors: only the person who typed it sees it.
          if (!(error instanceof Error) || error.constructor !== Error) throw error;
        }
      },
    ),
  );
});
