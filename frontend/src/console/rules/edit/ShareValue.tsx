/** How strong a signal has to be: a level in words, or exactly so many percent. */

import { t } from "@lingui/core/macro";
import { NumberInput, Radio } from "@mantine/core";
import { useState } from "react";
import type { FactEntry } from "../../api/rules";
import { decimalPoint, percent } from "../document/words";
import classes from "../pick/Pick.module.css";

interface ShareValueProps {
  entry: FactEntry;
  value: number;
  onChange: (value: number) => void;
}

const shareOf = (typed: string | number): number | null => {
  const share = typed === "" ? Number.NaN : Number(String(typed).replace(",", ".")) / 100;
  return Number.isFinite(share) ? Math.round(share * 10_000) / 10_000 : null;
};

export function ShareValue({ entry, value, onChange }: ShareValueProps) {
  const { label: called } = entry;
  const [typed, setTyped] = useState<string | number>(Math.round(value * 1000) / 10);
  const take = (share: number) => {
    setTyped(Math.round(share * 1000) / 10);
    onChange(share);
  };
  return (
    <>
      {entry.levels && entry.levels.length > 0 && (
        <Radio.Group
          aria-label={t`Level: ${called}`}
          value={String(value)}
          onChange={(level) => take(Number(level))}
        >
          <div className={classes.many}>
            {entry.levels.map((level) => (
              <Radio
                key={level.value}
                value={String(level.value)}
                label={`${level.label} (${percent(level.value)})`}
              />
            ))}
          </div>
        </Radio.Group>
      )}
      <NumberInput
        label={t`Exactly`}
        suffix={t({ message: "%", comment: "after a number; with a space where the language wants one" })}
        decimalSeparator={decimalPoint()}
        min={entry.fact.startsWith("rise.") ? -100 : 0}
        max={entry.fact === "confidence_share" ? 1_000 : 100}
        decimalScale={1}
        value={typed}
        onChange={(next) => {
          setTyped(next);
          const share = shareOf(next);
          if (share !== null && share !== value) onChange(share);
        }}
      />
    </>
  );
}
