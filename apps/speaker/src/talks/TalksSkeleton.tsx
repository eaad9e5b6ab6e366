import { Skeleton } from "@lectern/ui";

/** Where the list will be. */
export const TalksSkeleton = () => (
  <div className="talks" aria-hidden="true">
    {["first", "second", "third"].map((row) => (
      <div key={row} className="talk">
        <div className="stack-tight">
          <Skeleton />
          <Skeleton shape="short" />
        </div>
        <Skeleton shape="button" />
      </div>
    ))}
  </div>
);
