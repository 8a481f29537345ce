/** A number to compare with. */

import { NumberInput } from "@mantine/core";
import type { FactEntry } from "../../api/rules";

interface NumberValueProps {
  entry: FactEntry;
  value: number;
  close: () => void;
  onChange: (value: number) => void;
}

export function NumberValue({ entry, value, close, onChange }: NumberValueProps) {
  const counts = entry.fact.startsWith("count.");
  return (
    <NumberInput
      label={entry.label}
      {...(counts && { min: 0, allowDecimal: false })}
      value={Number.isFinite(value) ? value : 0}
      onChange={(next) => next !== "" && Number.isFinite(Number(next)) && onChange(Number(next))}
      onKeyDown={(event) => event.key === "Enter" && close()}
    />
  );
}
