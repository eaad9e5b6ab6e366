import { expect, it } from "vitest";
import { createLosses } from "./losses.ts";

it("tells what needs the speaker before what mends itself, and nothing once all is back", () => {
  const losses = createLosses();
  expect(losses.set("signaling", { reason: "signaling", attempt: 9 })?.reason).toBe("signaling");
  expect(losses.set("session", { reason: "signed-out", attempt: 1 })?.reason).toBe("signed-out");
  expect(losses.set("other", { reason: "credentials-refused", attempt: 1 })?.reason).toBe("signed-out");
  expect(losses.set("session", null)?.reason).toBe("credentials-refused");
  losses.clear();
  expect(losses.set("other", null)).toBeNull();
});
