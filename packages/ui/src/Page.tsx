import { type ReactNode, useEffect, useRef } from "react";

export interface PageProps {
  /** Which state the page is in, for tests and for people who report a problem: `data-state`. */
  state: string;
  /** What failed, as `data-code`. */
  code?: string | undefined;
  /** Something is being loaded: told to assistive technology. */
  busy?: boolean;
  /** Title of the browser's tab. */
  documentTitle: string;
  /** Quiet things beside the wordmark. */
  corner?: ReactNode;
  /** One thing in the middle, instead of a column. Default false. */
  centred?: boolean;
  children: ReactNode;
}

/** The frame of every screen. There is one on a page. */
export function Page({ state, code, busy = false, documentTitle, corner, centred = false, children }: PageProps) {
  const main = useRef<HTMLElement>(null);
  // A new screen is shown from its top and has the focus, because the control that had it may be gone. A change of state
  // within one screen scrolls nothing.
  useEffect(() => {
    window.scrollTo(0, 0);
    if (document.activeElement === document.body) main.current?.focus({ preventScroll: true });
  }, []);
  return (
    <main
      ref={main}
      tabIndex={-1}
      className={centred ? "page page-centred" : "page"}
      data-state={state}
      data-code={code}
      aria-busy={busy}
    >
      <title>{documentTitle}</title>
      <div className="masthead">
        <span className="wordmark">Lectern</span>
        {corner ? <div className="masthead-corner">{corner}</div> : null}
      </div>
      <div className="page-body">{children}</div>
    </main>
  );
}
