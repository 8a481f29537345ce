/** Begins a replay: of which time, and what the company knows better than it was measured. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, NativeSelect, NumberInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { Link, useLocation } from "wouter";
import { explain } from "../../api/problems";
import { useMay } from "../../shell/useMay";
import { Empty } from "../../ui/Empty";
import { Section } from "../../ui/Section";
import { BOOK, replayPath } from "../addresses";
import { useRules } from "../useRules";
import classes from "./Replay.module.css";
import { useStartReplay } from "./useReplays";

const DAY = 86_400_000;
const SPANS = [
  { value: "7", label: t`Last 7 days` },
  { value: "30", label: t`Last 30 days` },
  { value: "90", label: t`Last 90 days` },
  { value: "365", label: t`Last 12 months` },
];
const SAYS = t`Every conversation of that time is decided anew, from what was measured then: once with the rules in force, once with the draft. Nothing is sent to anybody.`;

export function StartReplay() {
  const mayRun = useMay("rules.write");
  const { data } = useRules();
  if (!data) return null;
  if (!data.draft) {
    return (
      <Empty title={t`There is no draft to try`}>
        <p>
          <Trans>
            A replay shows what a change of the rules would have meant. <Link href={BOOK}>Change a rule</Link>
            , then come back before you publish it.
          </Trans>
        </p>
      </Empty>
    );
  }
  return (
    <Section title={t`Try the draft on the past`} says={SAYS}>
      {mayRun ? (
        <StartForm />
      ) : (
        <p className={classes.quiet}>
          <Trans>Somebody who may change the rules can start one.</Trans>
        </p>
      )}
    </Section>
  );
}

function StartForm() {
  const [days, setDays] = useState("30");
  const [minutes, setMinutes] = useState<string | number>("");
  const [cost, setCost] = useState<string | number>("");
  const [agents, setAgents] = useState<string | number>("");
  const [, go] = useLocation();
  const start = useStartReplay();
  const given = (value: string | number) => (typeof value === "number" ? value : null);

  function begin(event: FormEvent) {
    event.preventDefault();
    const to = new Date();
    start.mutate(
      {
        document: null,
        from: new Date(to.getTime() - Number(days) * DAY).toISOString(),
        to: to.toISOString(),
        handling_minutes: given(minutes),
        hourly_cost: given(cost),
        agents: given(agents),
      },
      { onSuccess: ({ id }) => go(replayPath(id)) },
    );
  }

  return (
    <form onSubmit={begin} className={classes.form}>
      <div className={classes.fields}>
        <NativeSelect
          label={t`Which time`}
          data={SPANS}
          value={days}
          onChange={(event) => setDays(event.currentTarget.value)}
        />
        <NumberInput
          label={t`Cost of an hour`}
          description={t`To see the cost`}
          placeholder={t`Not given`}
          min={0}
          max={10_000}
          hideControls
          value={cost}
          onChange={setCost}
        />
        <NumberInput
          label={t`Minutes a conversation takes`}
          description={t`Instead of those measured`}
          placeholder={t`As measured`}
          min={0.1}
          max={1440}
          hideControls
          value={minutes}
          onChange={setMinutes}
        />
        <NumberInput
          label={t`Agents at work`}
          description={t`Instead of those measured`}
          placeholder={t`As measured`}
          min={1}
          max={10_000}
          allowDecimal={false}
          hideControls
          value={agents}
          onChange={setAgents}
        />
      </div>
      <div className={classes.go}>
        <Button type="submit" loading={start.isPending}>
          <Trans>Start the replay</Trans>
        </Button>
        {start.error && (
          <p role="alert" className={classes.wrong}>
            {explain(start.error).message}
          </p>
        )}
      </div>
    </form>
  );
}
