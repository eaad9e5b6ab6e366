export interface SkeletonProps {
  /** What will be there. Default "line". */
  shape?: "line" | "short" | "title" | "button";
}

/** Keeps the place of what is on its way. It stands still, and only eyes see it: others are told that the page is busy. */
export function Skeleton({ shape = "line" }: SkeletonProps) {
  return <span className="skeleton" data-shape={shape} aria-hidden="true" />;
}
