import { Button } from "@lectern/ui";

export interface WordChoiceProps {
  /** What the buttons are for. */
  label: string;
  /** Or one code, which takes the row. */
  words: readonly string[];
  /** Always so many, with or without words, so that nothing moves. */
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
          // Keeps the focus in the field, so that a phone's keyboard stays open.
          <Button
            key={word}
            lang="en"
            data-code={word.includes("-") || undefined}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(word)}
          >
            {word}
          </Button>
        );
      })}
    </fieldset>
  );
}
