/** For the compiler alone: a language that lacks something does not compile. */
import type { Words } from "./index.ts";

type IsLanguage<Catalogue> = Catalogue extends Words ? true : false;
type Expect<Outcome, Actual extends Outcome> = Actual;
type Instead<All, Key extends keyof All, Part> = Omit<All, Key> & Record<Key, Part>;
type NoAdvice = Instead<Words["problems"], "network", { title: string }>;

export type LacksNothing = Expect<true, IsLanguage<Instead<Words, "problems", Words["problems"]>>>;

export type LacksPhrase = Expect<false, IsLanguage<Omit<Words, "tryAgain">>>;

export type LacksPhraseOfArea = Expect<false, IsLanguage<Instead<Words, "signIn", Omit<Words["signIn"], "forgot">>>>;

export type LacksError = Expect<false, IsLanguage<Instead<Words, "problems", Omit<Words["problems"], "network">>>>;

export type LacksAdvice = Expect<false, IsLanguage<Instead<Words, "problems", NoAdvice>>>;
