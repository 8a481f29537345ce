/** A text to compare with; what customers really have is offered. */

import { t } from "@lingui/core/macro";
import { Autocomplete } from "@mantine/core";
import type { Option } from "../pick/options";

interface TextValueProps {
  label: string;
  value: string;
  choices: readonly Option[];
  close: () => void;
  onChange: (value: string) => void;
}

export function TextValue({ label, value, choices, close, onChange }: TextValueProps) {
  return (
    <Autocomplete
      label={label}
      description={choices.length > 0 ? t`Known values are offered as you type.` : undefined}
      data={choices.map((choice) => choice.value)}
      value={value}
      maxLength={200}
      comboboxProps={{ withinPortal: false }}
      onChange={onChange}
      onKeyDown={(event) => event.key === "Enter" && close()}
    />
  );
}
