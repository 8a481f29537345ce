/** How far the assistant acts by itself: the mode, the time for checks, and the topics that go their own way. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { NumberInput, Radio } from "@mantine/core";
import { useState } from "react";
import { Link } from "wouter";
import type { Modes } from "../../api/modes";
import { atField } from "../../api/problems";
import { TOPICS } from "../../knowledge/addresses";
import { Section } from "../../ui/Section";
import { Fields } from "../Fields";
import classes from "./Assistant.module.css";
import { MODES, modeName } from "./modeList";
import { useChangeModes } from "./useModes";

export function ModeSection({ modes }: { modes: Modes }) {
  const { save, problem } = useChangeModes(modes);
  const choose = (value: string) => {
    const entry = MODES.find((one) => one.value === value);
    const name = entry?.name ?? "";
    if (entry && entry.value !== modes.mode) save({ mode: entry.value }, t`Mode saved: ${name}`);
  };
  return (
    <Section
      title={t`Mode`}
      says={t`How far the assistant acts by itself. Whatever you choose, a customer can always ask for a person.`}
    >
      <Fields legend={t`Mode`} alwaysOpen>
        <Radio.Group
          aria-label={t`Mode`}
          value={modes.mode}
          onChange={choose}
          error={atField(problem, "mode")}
        >
          <div className={classes.tones}>
            {MODES.map((mode) => (
              <Radio.Card
                key={mode.value}
                value={mode.value}
                className={classes.card}
                aria-label={`${mode.name}. ${mode.says} ${mode.means}`}
              >
                <div className={classes.name}>
                  <Radio.Indicator />
                  <strong>{mode.name}</strong>
                  <span>{mode.says}</span>
                </div>
                <p className={classes.means}>{mode.means}</p>
              </Radio.Card>
            ))}
          </div>
        </Radio.Group>
        <Minutes modes={modes} save={save} error={atField(problem, "draft_minutes")} />
      </Fields>
      <Topics modes={modes} />
    </Section>
  );
}

interface MinutesProps {
  modes: Modes;
  save: ReturnType<typeof useChangeModes>["save"];
  error: string | null;
}

function Minutes({ modes, save, error }: MinutesProps) {
  const [typed, setTyped] = useState<number | string>(modes.draft_minutes);
  const keep = () => {
    const minutes = Number(typed);
    if (!Number.isInteger(minutes) || minutes < 1 || minutes > 60) {
      setTyped(modes.draft_minutes);
      return;
    }
    if (minutes !== modes.draft_minutes) save({ draft_minutes: minutes }, t`Answers now wait ${minutes} min`);
  };
  return (
    <NumberInput
      label={t`How long an answer waits for a check`}
      description={t`After so many minutes a person gets the conversation, with the answer as a suggestion.`}
      suffix={t` min`}
      min={1}
      max={60}
      allowDecimal={false}
      className={classes.minutes}
      classNames={{ wrapper: classes.number }}
      value={typed}
      error={error}
      onChange={setTyped}
      onBlur={keep}
      onKeyDown={(event) => event.key === "Enter" && keep()}
    />
  );
}

function Topics({ modes }: { modes: Modes }) {
  return (
    <div className={classes.topics}>
      <h3>
        <Trans>Topics that go their own way</Trans>
      </h3>
      {modes.topics.length === 0 ? (
        <p>
          <Trans>
            None. A topic can have a mode of its own, such as supervised for refunds. When a message asks
            about several, the strictest counts.
          </Trans>
        </p>
      ) : (
        <ul>
          {modes.topics.map((topic) => (
            <li key={topic.id}>
              <strong>{topic.name}</strong> <span>{modeName(topic.mode)}</span>
            </li>
          ))}
        </ul>
      )}
      {modes.mode === "off" && modes.topics.length > 0 && (
        <p>
          <Trans>While the assistant is off, none of these counts.</Trans>
        </p>
      )}
      <Link href={TOPICS}>
        <Trans>Choose modes by topic</Trans>
      </Link>
    </div>
  );
}
