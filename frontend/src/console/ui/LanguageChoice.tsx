/** Which languages somebody writes: a box to tick for each. */

import { Checkbox } from "@mantine/core";
import classes from "./LanguageChoice.module.css";
import { languageChoices } from "./languages";

interface LanguageChoiceProps {
  label: string;
  description: string;
  value: readonly string[];
  error?: string | null;
  onChange: (languages: string[]) => void;
}

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
        {languageChoices(value).map((choice) => (
          <Checkbox key={choice.value} {...choice} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
