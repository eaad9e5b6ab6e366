/** For the compiler alone: a language that lacks something does not compile. */
import type { Words } from "./index.ts";

type Language<Catalogue extends Words> = Catalogue;
type Instead<All, Key extends keyof All, Part> = Omit<All, Key> & Record<Key, Part>;
type NoAdvice = Instead<Words["problems"], "network", { title: string }>;

export type LacksNothing = Language<Instead<Words, "problems", Words["problems"]>>;

// @ts-expect-error: a phrase is missing
export type LacksPhrase = Language<Omit<Words, "tryAgain">>;

// @ts-expect-error: a phrase of an area is missing
export type LacksPhraseOfArea = Language<Instead<Words, "signIn", Omit<Words["signIn"], "forgot">>>;

// @ts-expect-error: an error has no words
export type LacksError = Language<Instead<Words, "problems", Omit<Words["problems"], "network">>>;

// @ts-expect-error: an error does not say what to do
export type LacksAdvice = Language<Instead<Words, "problems", NoAdvice>>;
