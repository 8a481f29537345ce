/** Which languages somebody writes: a box to tick for each. */

import { Checkbox } from "@mantine/core";
import classes from "./LanguageChoice.module.css";
import { LANGUAGES, languageName } from "./languages";

interface LanguageChoiceProps {
  label: string;
  description: string;
  value: readonly string[];
  error?: string | null;
  onChange: (languages: string[]) => void;
}

/** A language that was chosen elsewhere stays in the list. */
const offered = (value: readonly string[]): string[] => [
  ...LANGUAGES,
  ...value.filter((code) => !LANGUAGES.some((known) => known === code)),
];

export function LanguageChoice({ label, description, value, error, onChange }: LanguageChoiceProps) {
  return (
    <Checkbox.Group
      label={label}
      description={description}
      error={error}
      value={[...value]}
      onChange={onChange}
    >
      <div className={classes.choice}>
        {offered(value).map((code) => (
          <Checkbox key={code} value={code} label={languageName(code)} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
