/** How often the skill was used in the last days, and how it ended; each number opens its conversations. */

import { plural, t } from "@lingui/core/macro";
import { UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { Link } from "wouter";
import type { Outcome, SkillUse, WholeSkill } from "../../api/skills";
import { inboxPath } from "../../inbox/address";
import { useMay } from "../../shell/useMay";
import { Ago } from "../../ui/Ago";
import { Bone } from "../../ui/Bone";
import { Failure } from "../../ui/Failure";
import { Section } from "../../ui/Section";
import { useUses } from "../useSkills";
import classes from "./Uses.module.css";

const OUTCOMES: { value: Outcome; label: string }[] = [
  { value: "finished", label: t`finished` },
  { value: "handed_over", label: t`handed to a person` },
  { value: "open", label: t`left open` },
];

export function Uses({ skill }: { skill: WholeSkill }) {
  const [shown, setShown] = useState<Outcome | null>(null);
  const mayRead = useMay("conversations.read");
  const { used } = skill;
  return (
    <Section
      title={t`How it went`}
      says={plural(used.days, { one: "In the last day.", other: "In the last # days." })}
    >
      <div className={classes.figures}>
        <Figure
          number={used.used}
          label={plural(used.used, { one: "conversation", other: "conversations" })}
        />
        {OUTCOMES.map(({ value, label }) =>
          used[value] > 0 && mayRead ? (
            <UnstyledButton
              key={value}
              className={classes.figure}
              aria-expanded={shown === value}
              onClick={() => setShown(shown === value ? null : value)}
            >
              <strong>{used[value]}</strong>
              <span>{label}</span>
            </UnstyledButton>
          ) : (
            <Figure key={value} number={used[value]} label={label} />
          ),
        )}
        {skill.writes.length > 0 && (
          <Figure number={used.acts} label={plural(used.acts, { one: "act", other: "acts" })} />
        )}
      </div>
      {shown && <Conversations name={skill.name} outcome={shown} />}
    </Section>
  );
}

function Figure({ number, label }: { number: number; label: string }) {
  return (
    <div className={classes.figure}>
      <strong>{number}</strong>
      <span>{label}</span>
    </div>
  );
}

function Conversations({ name, outcome }: { name: string; outcome: Outcome }) {
  const { data, error, refetch } = useUses(name, outcome);
  if (error)
    return (
      <Failure
        problem={error}
        what={t`The conversations could not be loaded.`}
        onRetry={() => void refetch()}
      />
    );
  if (!data) return <Bone width="60%" height={20} />;
  return (
    <ul className={classes.list} aria-label={t`Conversations`}>
      {data.data.map((one) => (
        <li key={one.id}>
          <Link href={inboxPath("all", one.id)}>{one.customer}</Link>
          <span>{one.last_text}</span>
          <Ago at={one.at} past />
        </li>
      ))}
    </ul>
  );
}

const COUNTED: Record<Outcome, (count: number) => string> = {
  finished: (count) => t`${count} finished`,
  handed_over: (count) => t`${count} handed to a person`,
  open: (count) => t`${count} left open`,
};

/** "Used 12 times in 30 days: 9 finished, 2 handed to a person, 1 left open". */
export function usesInWords(used: SkillUse): string {
  const { days } = used;
  if (used.used === 0) return t`Not used in the last ${days} days`;
  const parts = OUTCOMES.filter(({ value }) => used[value] > 0).map(({ value }) =>
    COUNTED[value](used[value]),
  );
  const outcomes = parts.join(", ");
  return plural(used.used, {
    one: `Used once in ${days} days: ${outcomes}`,
    other: `Used # times in ${days} days: ${outcomes}`,
  });
}
