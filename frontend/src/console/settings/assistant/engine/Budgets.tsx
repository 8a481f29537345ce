/** What the model may cost, in tokens, and how much of that is used today. */

import { plural, t } from "@lingui/core/macro";
import { NumberInput, Progress } from "@mantine/core";
import { moment } from "../../../../shared/time";
import type { Engine } from "../../../api/engine";
import { atField } from "../../../api/problems";
import { number } from "../../../shell/locale";
import { separators } from "../../../ui/separators";
import classes from "./Engine.module.css";
import type { Typed } from "./typed";

type Budget = "tokens_per_day" | "tokens_per_conversation" | "tokens_per_visitor";

interface BudgetsProps {
  typed: Typed;
  saved: Engine;
  problem: unknown;
  onChange: (change: Partial<Typed>) => void;
}

const BUDGETS: { field: Budget; label: string; says: string }[] = [
  {
    field: "tokens_per_day",
    label: t`Tokens a day`,
    says: t`Once they are used, Baton's own engine answers, and people get what it does not know.`,
  },
  {
    field: "tokens_per_conversation",
    label: t`Tokens a conversation`,
    says: t`Of one conversation, however long it goes on.`,
  },
  {
    field: "tokens_per_visitor",
    label: t`Tokens a visitor and day`,
    says: t`So that nobody uses up the day alone.`,
  },
];

export function Budgets({ typed, saved, problem, onChange }: BudgetsProps) {
  return (
    <div className={classes.budgets}>
      <UsedToday engine={saved} />
      {BUDGETS.map(({ field, label, says }) => (
        <NumberInput
          key={field}
          label={label}
          description={says}
          min={0}
          max={1_000_000_000}
          allowDecimal={false}
          {...separators()}
          classNames={{ wrapper: classes.number ?? "" }}
          value={typed[field]}
          error={atField(problem, field)}
          onChange={(value) => onChange({ [field]: value })}
        />
      ))}
    </div>
  );
}

function UsedToday({ engine }: { engine: Engine }) {
  const share = engine.tokens_per_day
    ? Math.min(100, (100 * engine.used_today) / engine.tokens_per_day)
    : 100;
  const [used, all, end] = [
    number(engine.used_today),
    number(engine.tokens_per_day),
    moment(engine.day_ends_at),
  ];
  return (
    <div>
      <p className={classes.used}>
        {plural(engine.calls_today, {
          one: `${used} of ${all} tokens used today, by # call. The day ends ${end}.`,
          other: `${used} of ${all} tokens used today, by # calls. The day ends ${end}.`,
        })}
      </p>
      <Progress value={share} color={share >= 90 ? "red" : "violet"} aria-label={t`Tokens used today`} />
    </div>
  );
}
