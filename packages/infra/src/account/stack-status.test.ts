import { StackStatus } from "@aws-sdk/client-cloudformation";
import { expect, it } from "vitest";
import { standingOf } from "./stack-status.ts";

it("tells a stack that is there from one that never came to be, failed, is half deleted or is being changed", () => {
  const of = (standing: string) => Object.values(StackStatus).filter((status) => standingOf(status) === standing);
  expect(of("none")).toEqual(["DELETE_COMPLETE", "REVIEW_IN_PROGRESS"]);
  expect(of("failed")).toEqual(["ROLLBACK_COMPLETE", "ROLLBACK_FAILED"]);
  expect(of("half-deleted")).toEqual(["DELETE_FAILED"]);
  expect(of("busy").every((status) => status.endsWith("_IN_PROGRESS"))).toBe(true);
  expect(of("there")).toEqual(
    expect.arrayContaining(["CREATE_COMPLETE", "IMPORT_COMPLETE", "UPDATE_COMPLETE", "UPDATE_ROLLBACK_COMPLETE"]),
  );
  expect(standingOf(null)).toBe("none");
});
