export interface TitleProps {
  /** Anybody's words, in any language and direction. */
  children: string;
  /** Keeps room for two lines, so that what is below stands still whatever the title. Default false. */
  steady?: boolean;
}

const LONG = 48;

/** The heading of a screen, in the display face; smaller when it is long. */
export function Title({ children, steady = false }: TitleProps) {
  return (
    <h1
      className={steady ? "page-title page-title-steady" : "page-title"}
      data-long={children.length > LONG ? "" : undefined}
    >
      <bdi>{children}</bdi>
    </h1>
  );
}
