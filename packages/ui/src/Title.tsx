import { Skeleton } from "./Skeleton.tsx";

export interface TitleProps {
  /** Anybody's words, in any language and direction. */
  children: string;
  /** Keeps room for two lines, so that what is below stands still whatever the title. Default false. */
  steady?: boolean;
  /** The title is on its way: until then these words are heard and not seen. Default false. */
  pending?: boolean;
}

const LONG = 48;

/** The heading of a screen, in the display face; smaller when it is long. */
export function Title({ children, steady = false, pending = false }: TitleProps) {
  return (
    <h1
      className={steady ? "page-title page-title-steady" : "page-title"}
      data-long={children.length > LONG ? "" : undefined}
    >
      <bdi className={pending ? "visually-hidden" : undefined}>{children}</bdi>
      {pending ? <Skeleton shape="title" /> : null}
    </h1>
  );
}
