import { useId } from "react";

export interface ChoiceProps<Value extends string> {
  label: string;
  options: readonly { value: Value; label: string; hint?: string }[];
  value: Value;
  onChange: (value: Value) => void;
  disabled?: boolean;
}

/** One of a few: native radio buttons. */
export function Choice<Value extends string>({
  label,
  options,
  value,
  onChange,
  disabled = false,
}: ChoiceProps<Value>) {
  const id = useId();
  return (
    <fieldset className="choice" disabled={disabled}>
      <legend>{label}</legend>
      <div className="choice-options">
        {options.map((option) => (
          <label key={option.value} className="choice-option">
            <input
              type="radio"
              name={id}
              aria-label={option.label}
              aria-describedby={option.hint ? `${id}-${option.value}` : undefined}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>
              <span className="choice-label">{option.label}</span>
              {option.hint ? (
                <span className="soft" id={`${id}-${option.value}`}>
                  {option.hint}
                </span>
              ) : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
