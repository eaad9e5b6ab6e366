import { Button } from "@lectern/ui";

export interface WordChoiceProps {
  /** What the buttons are for. */
  label: string;
  words: readonly string[];
  /** So many places are kept, whether there are words for them or not: nothing moves. */
  places: number;
  onChoose: (word: string) => void;
}

/** Words to choose from, as above a phone's keyboard. */
export function WordChoice({ label, words, places, onChoose }: WordChoiceProps) {
  return (
    <fieldset className="word-choice" aria-label={label}>
      {Array.from({ length: places }, (_, place) => {
        const word = words[place];
        return word === undefined ? (
          <span key={`place ${place.toString()}`} />
        ) : (
          // The field keeps the focus under a finger, and so the phone its keyboard.
          <Button key={word} lang="en" onMouseDown={(event) => event.preventDefault()} onClick={() => onChoose(word)}>
            {word}
          </Button>
        );
      })}
    </fieldset>
  );
}
