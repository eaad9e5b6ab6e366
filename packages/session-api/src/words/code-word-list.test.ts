import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { WORDS_PER_CODE } from "../handlers/session-code.ts";
import { codeWordList } from "./code-word-list.ts";

/** Of the body and its illnesses, of crime, war and death, of faith and party; insults, brands, gloom. */
const UNWANTED = `
agony aids alien anger argue armed arson ashen ashes bash blast bleak bless bloat blunt bok boned boney bony botch
breed bribe broke bulge bully bunt bush bust chaos chew chump coke coma come cramp crazy cried crook cult curse curvy
cut deaf debt decay dingy ditzy dizzy drab drank droop drown dwarf ebay erupt evict evil femur fetal fever filth
flaky flick fling flirt flop foe frail frisk frown gag gas geek goofy gore grave grief grope grub grunt gush gut harm
hash hate hefty hers hump hung hunk hurt islam jab jeep junky keg kept lash lazy liver lure lurk lying mace mardi
moan moist mold moody mousy mumbo musky mute nag nerd nutty ooze ouch pagan panic pants panty perky perm pest petri
petty polio pork poser pout prank probe prude pry punk quack rabid rage raid rant rash rebel repel riot rogue romp
rope ruin runny rut sadly saint santa scam scare scary scoff scold scorn scowl sect shady shaft sham shove shun shush
shut silly skid slain slam slang slash slick slimy slit slob slug slum slurp smell smirk smog snarl sneak sneer sniff
snort snout snub snuff spew spied spill spoil spout squat stain stank stark stole stomp stool stoop stuck stud stung
stunt sulk swab swear sweat swore tacky tarot tart taunt theft thigh thong throb thud trap trash trick trump vice
viral virus visa vixen void wad widow wilt wimp womb worry wound wrath wreck xerox yahoo yelp
`;

/** Heard as another word of the list, or as one of no list; spelled in two ways. */
const ALIKE = `
alike ample angle awoke baked bask batch blot blush booth boss both brink buck bud bunch cache cane cape carol chest
chili chill chop chute civic clad clamp clash clasp class cleat click clink cloak cloth cod colt cope cost cot couch
cozy crave creme crept crib cub dab dairy disk donut doze dried dry duct dude dug duke eats elk elm elves etch faced
fiber fifth gains genre gig grain gray grew grit gulf hub hut icy ion jot juicy juror knelt kung lair late lens lent
lever lid limes line lived mash mom motto mouth mud muse nanny nap next ninth outer pager patch path payer plank plow
pluck pug putt quill quit quota rise savor sax serve share shed sheet shelf shiny ship shop shore shown showy sixth
skier skies sleet slept slip spent spot spree stays steep swept swing tamer tasty think trait trek tug tusk tutu tux
twins union used usher utter vapor wages whole wifi wind wink wired wiry wok work yeast yo-yo yoyo
`;

const wordsIn = (text: string) => text.trim().split(/\s+/);

test("the list is the EFF's, without words that nobody wants on a poster and words hard to tell apart", () => {
  const whole = [...codeWordList, ...wordsIn(UNWANTED), ...wordsIn(ALIKE)].sort();
  // Of the words as published, one blank between them.
  const sha256 = createHash("sha256").update(whole.join(" ")).digest("hex");
  expect(sha256).toBe("2c64b17095fcd0fb7dd66fc4ab0e8688097f66dfff237d7d013f0807602b77c1");
  expect(whole).toHaveLength(1296);
  expect([...codeWordList].sort()).toEqual(codeWordList);
  expect(codeWordList.every((word) => /^[a-z]{3,5}$/.test(word))).toBe(true);
});

test("a code has over 39 bits, and docs/security.md says how many words it is made from", () => {
  const bits = WORDS_PER_CODE * Math.log2(codeWordList.length);
  expect(Math.floor(bits)).toBe(39);
  const security = readFileSync(new URL("../../../../docs/security.md", import.meta.url), "utf8");
  expect(security).toContain(`four words from a list of ${codeWordList.length} (over ${Math.floor(bits)} bits)`);
});

/** Spelling, as it sounds. */
const SOUNDS: readonly [RegExp, string][] = [
  [/^kn/, "n"],
  [/^wr/, "r"],
  [/^wh/, "w"],
  [/mb$/, "m"],
  [/ph/, "f"],
  [/ck/, "k"],
  [/c(?=[eiy])|th/g, "s"],
  [/tch|ch|dge?$|g(?=e$)|j/g, "C"],
  [/sh/g, "S"],
  [/[cq]/g, "k"],
  [/x/g, "ks"],
  [/(.)\1/g, "$1"],
  [/ee|ea|ie/g, "I"],
  [/ai|ay|ei|ey/g, "A"],
];
const VOICED = { b: "p", d: "t", g: "k", v: "f", z: "s", n: "m" };

/** What may be left of a word on a bad line: voiced and unvoiced consonants are one, "m" and "n" are. */
const heard = (word: string) =>
  SOUNDS.reduce((sound, [spelled, as]) => sound.replace(spelled, as), word).replace(
    /[bdgvzn]/g,
    (letter) => VOICED[letter as keyof typeof VOICED],
  );

test("no two words of the list are heard as one, nor become one another by two letters swapped", () => {
  const byEar = new Map<string, string[]>();
  for (const word of codeWordList) byEar.set(heard(word), [...(byEar.get(heard(word)) ?? []), word]);
  expect([...byEar.values()].filter((words) => words.length > 1)).toEqual([]);
  const known = new Set(codeWordList);
  const swapped = (word: string) =>
    Array.from(
      { length: word.length - 1 },
      (_, at) => word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
    );
  expect(codeWordList.filter((word) => swapped(word).some((other) => other !== word && known.has(other)))).toEqual([]);
  expect(heard("bath")).toBe(heard("path"));
  expect(heard("class")).toBe(heard("glass"));
});
