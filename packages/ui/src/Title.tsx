import { Skeleton } from "./Skeleton.tsx";

export interface TitleProps {
  /** In any language and direction. */
  children: string;
  /** Keeps room for two lines, so that what is below stands still whatever the title. Default false. */
  steady?: boolean;
  /** The title is being loaded: until then these words are for assistive technology only. Default false. */
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
