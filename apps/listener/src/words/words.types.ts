/** For the compiler alone: a language that lacks something does not compile. */
import type { Words } from "./index.ts";

type IsLanguage<Catalogue> = Catalogue extends Words ? true : false;
type Expect<Outcome, Actual extends Outcome> = Actual;
type Instead<All, Key extends keyof All, Part> = Omit<All, Key> & Record<Key, Part>;
type NoAdvice = Instead<Words["failures"], "network", { title: string }>;

export type LacksNothing = Expect<true, IsLanguage<Instead<Words, "failures", Words["failures"]>>>;

export type LacksPhrase = Expect<false, IsLanguage<Omit<Words, "tryAgain">>>;

export type LacksPhraseOfArea = Expect<false, IsLanguage<Instead<Words, "home", Omit<Words["home"], "join">>>>;

export type LacksError = Expect<false, IsLanguage<Instead<Words, "failures", Omit<Words["failures"], "network">>>>;

export type LacksAdvice = Expect<false, IsLanguage<Instead<Words, "failures", NoAdvice>>>;
