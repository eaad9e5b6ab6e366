/**
 * What there is of a stack, by CloudFormation's StackStatus. "none": nothing, or a change set that nobody carried out;
 * "failed": its first creation was taken back, and what is retained is left. "half-deleted": its deletion failed.
 */
export type Standing = "none" | "failed" | "half-deleted" | "busy" | "there";

export function standingOf(status: string | null): Standing {
  switch (status) {
    case null:
    case "REVIEW_IN_PROGRESS":
    case "DELETE_COMPLETE":
      return "none";
    case "ROLLBACK_COMPLETE":
    case "ROLLBACK_FAILED":
      return "failed";
    case "DELETE_FAILED":
      return "half-deleted";
    default:
      return status.endsWith("_IN_PROGRESS") ? "busy" : "there";
  }
}
