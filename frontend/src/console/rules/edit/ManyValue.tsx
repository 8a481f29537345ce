/** Several values, one of which it has to be: marked among the known ones, or written. */

import { t } from "@lingui/core/macro";
import { Checkbox, TagsInput } from "@mantine/core";
import type { Option } from "../pick/options";
import classes from "../pick/Pick.module.css";

interface ManyValueProps {
  label: string;
  value: string[];
  choices: readonly Option[];
  onChange: (value: string[]) => void;
}

export function ManyValue({ label, value, choices, onChange }: ManyValueProps) {
  if (choices.length === 0) {
    return (
      <TagsInput
        label={label}
        description={t`Enter after each.`}
        value={value}
        maxTags={50}
        comboboxProps={{ withinPortal: false }}
        onChange={onChange}
      />
    );
  }
  const known = new Set(choices.map((choice) => choice.value));
  const gone = value.filter((each) => !known.has(each)).map((each) => ({ value: each, label: each }));
  return (
    <Checkbox.Group aria-label={label} value={value} onChange={onChange}>
      <div className={classes.many}>
        {[...choices, ...gone].map((choice) => (
          <Checkbox key={choice.value} value={choice.value} label={choice.label} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
