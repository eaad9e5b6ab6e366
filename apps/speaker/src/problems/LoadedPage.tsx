import { Button, Page, Title } from "@lectern/ui";
import type { ReactNode } from "react";
import { useWords } from "../words/index.ts";
import { ProblemNotice } from "./ProblemNotice.tsx";
import type { Loaded } from "./use-loaded.ts";

export interface LoadedPageProps<T> {
  state: string;
  title: string;
  loaded: Loaded<T>;
  onClose: () => void;
  /** Stands in for it until then. */
  skeleton: ReactNode;
  /** Of what was read. */
  children: (value: T) => ReactNode;
}

/** A screen of something that is loaded first, with the way back and what went wrong. */
export function LoadedPage<T>({ state, title, loaded, onClose, skeleton, children }: LoadedPageProps<T>) {
  const { value, problem, reload } = loaded;
  const { back, tryAgain } = useWords();
  return (
    <Page
      state={state}
      documentTitle={`${title} · Lectern`}
      busy={value === null && problem === null}
      corner={
        <Button tone="plain" onClick={onClose}>
          {back}
        </Button>
      }
    >
      <Title>{title}</Title>
      {problem ? (
        <ProblemNotice code={problem}>
          <Button tone="primary" onClick={() => void reload()}>
            {tryAgain}
          </Button>
        </ProblemNotice>
      ) : null}
      {value !== null ? children(value) : problem === null ? skeleton : null}
    </Page>
  );
}
