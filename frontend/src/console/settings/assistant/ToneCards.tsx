/** The tones to choose among, each by what the assistant would say in it. */

import { t } from "@lingui/core/macro";
import { Radio } from "@mantine/core";
import type { Tone } from "../../api/workspace";
import classes from "./Assistant.module.css";
import { TONES, type ToneEntry } from "./tones";

interface ToneCardsProps {
  /** Null while nobody has chosen. */
  value: Tone | null;
  error: string | null;
  onChoose: (tone: ToneEntry) => void;
}

export function ToneCards({ value, error, onChoose }: ToneCardsProps) {
  const choose = (tone: string) => {
    const entry = TONES.find((one) => one.value === tone);
    if (entry && entry.value !== value) onChoose(entry);
  };
  return (
    <Radio.Group aria-label={t`Tone`} value={value ?? ""} onChange={choose} error={error}>
      <div className={classes.tones}>
        {TONES.map((tone) => (
          <Radio.Card
            key={tone.value}
            value={tone.value}
            className={classes.card}
            aria-label={`${tone.name}. ${tone.says}`}
          >
            <div className={classes.name}>
              <Radio.Indicator />
              <strong>{tone.name}</strong>
              <span>{tone.says}</span>
            </div>
            {tone.examples.map((example) => (
              <p key={example} className={classes.example}>
                {example}
              </p>
            ))}
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
}
