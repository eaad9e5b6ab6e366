/** For the compiler alone: a language that lacks something does not compile. */
import type { Words } from "./index.ts";

type Language<Catalogue extends Words> = Catalogue;
type Instead<All, Key extends keyof All, Part> = Omit<All, Key> & Record<Key, Part>;
type NoAdvice = Instead<Words["failures"], "network", { title: string }>;

export type LacksNothing = Language<Instead<Words, "failures", Words["failures"]>>;

// @ts-expect-error: a phrase is missing
export type LacksPhrase = Language<Omit<Words, "tryAgain">>;

// @ts-expect-error: a phrase of an area is missing
export type LacksPhraseOfArea = Language<Instead<Words, "home", Omit<Words["home"], "join">>>;

// @ts-expect-error: an error has no words
export type LacksError = Language<Instead<Words, "failures", Omit<Words["failures"], "network">>>;

// @ts-expect-error: an error does not say what to do
export type LacksAdvice = Language<Instead<Words, "failures", NoAdvice>>;
