export interface SkeletonProps {
  /** What will be there. Default "line". */
  shape?: "line" | "short" | "title" | "button";
}

/** Keeps the place of what is being loaded. Hidden from assistive technology, which is told that the page is busy. */
export function Skeleton({ shape = "line" }: SkeletonProps) {
  return <span className="skeleton" data-shape={shape} aria-hidden="true" />;
}
