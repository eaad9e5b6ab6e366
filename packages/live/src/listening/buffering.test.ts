import { expect, it } from "vitest";
import { canBuffer, createBufferingChoice } from "./buffering.ts";

const receiver = (): { jitterBufferTarget: number | null } => ({ jitterBufferTarget: null });

it("holds half a second back for a steady sound, and leaves a low delay to the browser", () => {
  const playing = receiver();
  const choice = createBufferingChoice("low-delay");
  choice.apply(playing);
  expect(playing.jitterBufferTarget).toBeNull();
  choice.set("steady");
  expect(playing.jitterBufferTarget).toBe(500);
  choice.set("low-delay");
  expect(playing.jitterBufferTarget).toBeNull();
});

it("keeps the choice for the next peer", () => {
  const choice = createBufferingChoice("steady");
  const [first, next] = [receiver(), receiver()];
  choice.apply(first);
  choice.apply(next);
  expect(next.jitterBufferTarget).toBe(500);
  choice.set("low-delay");
  expect(next.jitterBufferTarget).toBeNull();
});

it("leaves a browser without jitterBufferTarget as it is", () => {
  expect(canBuffer()).toBe(false);
});
