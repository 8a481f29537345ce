/** The assistant's tone, chosen by what it would say. */

import { Radio } from "@mantine/core";
import { atField } from "../../api/problems";
import type { Tone, Workspace } from "../../api/workspace";
import { Section } from "../../ui/Section";
import { Fields } from "../Fields";
import { useSaveAtOnce } from "../workspace";
import classes from "./Assistant.module.css";
import { TONES } from "./tones";

export function Assistant({ workspace }: { workspace: Workspace }) {
  const { save, problem } = useSaveAtOnce(workspace);
  const choose = (tone: string) => {
    const entry = TONES.find(({ value }) => value === tone);
    if (entry && entry.value !== workspace.tone)
      save({ tone: entry.value as Tone }, `Tone saved: ${entry.name}`);
  };
  return (
    <Section
      title="Tone"
      says="It changes how the assistant greets, asks back and passes on. What it tells from your articles stays word for word as you wrote it."
    >
      <Fields legend="Tone">
        <Radio.Group
          aria-label="Tone"
          value={workspace.tone}
          onChange={choose}
          error={atField(problem, "tone")}
        >
          <div className={classes.tones}>
            {TONES.map(({ value, name, says, examples }) => (
              <Radio.Card key={value} value={value} className={classes.card} aria-label={`${name}. ${says}`}>
                <div className={classes.name}>
                  <Radio.Indicator />
                  <strong>{name}</strong>
                  <span>{says}</span>
                </div>
                {examples.map((example) => (
                  <p key={example} className={classes.example}>
                    {example}
                  </p>
                ))}
              </Radio.Card>
            ))}
          </div>
        </Radio.Group>
      </Fields>
    </Section>
  );
}
