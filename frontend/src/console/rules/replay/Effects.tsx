/** What the change would mean for the desk: how long customers wait, and what the work comes to. */

import { t } from "@lingui/core/macro";
import { Plural, Trans } from "@lingui/react/macro";
import type { ReplayResult, Waits, Work } from "../../api/replays";
import { Section } from "../../ui/Section";
import classes from "./Replay.module.css";
import { amount, count, lasting } from "./words";

export function Effects({ result }: { result: ReplayResult }) {
  return (
    <div className={classes.effects}>
      <Waiting result={result} />
      <Cost result={result} />
    </div>
  );
}

function Waiting({ result: { waiting, measured } }: { result: ReplayResult }) {
  const held = amount(measured.held_minutes, 1);
  const handled = count(measured.handled);
  return (
    <Section title={t`Waiting for a person`}>
      {waiting.before && waiting.after ? (
        <>
          <table className={classes.table}>
            <thead>
              <tr>
                <td />
                <th scope="col">
                  <Trans>Half wait up to</Trans>
                </th>
                <th scope="col">
                  <Trans>Nine of ten up to</Trans>
                </th>
              </tr>
            </thead>
            <tbody>
              <WaitRow name={t({ message: "In force", context: "of rules" })} waits={waiting.before} />
              <WaitRow name={t`Draft`} waits={waiting.after} />
              <WaitRow name={t`Truly measured`} waits={measured.waited} quiet />
            </tbody>
          </table>
          <p className={classes.quiet}>
            <Trans>
              The first two play the queue through: who wrote at the desk in which hour, and how long
              conversations took ({held} min at the middle of {handled}). Teams count as one desk, and whoever
              has room takes the next one at once, which people in truth do a little later. So compare the two
              with each other; the last line says how close the play comes.
            </Trans>
          </p>
          {waiting.after.never > 0 && (
            <p className={classes.quiet}>
              <Trans>
                In the play{" "}
                <Plural value={waiting.after.never} one="# conversation" other="# conversations" /> found
                nobody at work any more before the end.
              </Trans>
            </p>
          )}
        </>
      ) : (
        <p className={classes.quiet}>{waiting.why_not}</p>
      )}
    </Section>
  );
}

function WaitRow({
  name,
  waits,
  quiet = false,
}: {
  name: string;
  waits: Omit<Waits, "never">;
  quiet?: boolean;
}) {
  return (
    <tr className={quiet ? classes.quiet : undefined}>
      <th scope="row">{name}</th>
      <td>{lasting(waits.median)}</td>
      <td>{lasting(waits.p90)}</td>
    </tr>
  );
}

function Cost({ result: { cost, measured } }: { result: ReplayResult }) {
  const priced = cost.hourly_cost !== null;
  const minutes = amount(cost.handling_minutes, 1);
  const hourly = amount(cost.hourly_cost, 2);
  const handled = count(measured.handled);
  return (
    <Section title={t`Work and cost`}>
      {cost.handling_minutes === null ? (
        <p className={classes.quiet}>
          <Trans>
            Too few conversations were handled by people in this time to tell how long one takes. Give the
            minutes when you start a replay.
          </Trans>
        </p>
      ) : (
        <>
          <table className={classes.table}>
            <thead>
              <tr>
                <td />
                <th scope="col">
                  <Trans>To people</Trans>
                </th>
                <th scope="col">
                  <Trans context="of work">Hours</Trans>
                </th>
                {priced && (
                  <th scope="col">
                    <Trans>Cost</Trans>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              <WorkRow
                name={t({ message: "In force", context: "of rules" })}
                work={cost.before}
                priced={priced}
              />
              <WorkRow name={t`Draft`} work={cost.after} priced={priced} />
            </tbody>
          </table>
          <p className={classes.quiet}>
            {measured.handling_minutes === cost.handling_minutes
              ? t`${minutes} minutes of work a conversation, measured at ${handled}; silences count up to five minutes.`
              : t`${minutes} minutes of work a conversation, as given.`}
            {priced && <> {t`An hour costs ${hourly}.`}</>}
          </p>
        </>
      )}
    </Section>
  );
}

function WorkRow({ name, work, priced }: { name: string; work: Work; priced: boolean }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{count(work.to_people)}</td>
      <td>{amount(work.hours, 1)}</td>
      {priced && <td>{amount(work.cost)}</td>}
    </tr>
  );
}
