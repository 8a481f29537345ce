/** How many answer, how satisfied they are, and how easy it was; every number opens what is behind it. */

import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { Part, RatingFigures, Share, Which } from "../../api/surveys";
import { number } from "../../shell/locale";
import table from "../../ui/Table.module.css";
import classes from "./Ratings.module.css";
import { COUNTED, type Counted, EFFORT, percent, SATISFACTION, surenessOf, toneOf } from "./words";

const ONE_DIGIT = { minimumFractionDigits: 1, maximumFractionDigits: 1 };

export type Open = (which: Which, satisfaction?: number) => void;

function Count({ count, words, onOpen }: { count: number; words: string; onOpen: () => void }) {
  if (count === 0) return <span>{words}</span>;
  return (
    <button type="button" className={classes.number} onClick={onOpen}>
      {words}
    </button>
  );
}

const across = (share: number): string => `${(100 * share).toFixed(1)}%`;

function Band({ share }: { share: Share | null }) {
  if (!share) return null;
  return (
    <span className={classes.track} aria-hidden="true">
      <span
        className={classes.band}
        style={{ left: across(share.low), width: across(share.high - share.low) }}
      />
      <span className={classes.point} style={{ left: across(share.value) }} />
    </span>
  );
}

export function Figures({ found, onOpen }: { found: RatingFigures; onOpen: Open }) {
  const { response, csat, mean } = found;
  const count = (which: Counted) => (
    <Count count={found[which]} words={COUNTED[which](found[which])} onOpen={() => onOpen(which)} />
  );
  const efforts = mean.efforts;
  const effort = EFFORT[Math.round(mean.effort ?? 3) - 1] ?? "";
  const ease = mean.effort === null ? "" : number(mean.effort, ONE_DIGIT);
  return (
    <>
      <div className={classes.figures}>
        <section className={classes.figure} aria-label={t`Satisfied`}>
          <h3>
            <Trans>Satisfied</Trans>
          </h3>
          <p className={classes.big}>{csat ? percent(csat.value) : "–"}</p>
          <Band share={csat} />
          <p>
            {surenessOf(csat) ?? t`Nobody has answered yet.`} <Trans>Who chose good or very good.</Trans>
          </p>
          <p className={classes.parts}>
            {count("satisfied")} {count("low")} {count("low_open")}
          </p>
        </section>
        <section className={classes.figure} aria-label={t`Answers`}>
          <h3>
            <Trans>Answers</Trans>
          </h3>
          <p className={classes.big}>{response ? percent(response.value) : "–"}</p>
          <Band share={response} />
          <p>
            {surenessOf(response) ?? t`Nobody was asked yet.`}{" "}
            <Trans>Of those who saw the question or got the letter.</Trans>
          </p>
          <p className={classes.parts}>
            {count("asked")} {count("answered")} {count("commented")}
          </p>
        </section>
        <section className={classes.figure} aria-label={t`Ease`}>
          <h3>
            <Trans>Ease</Trans>
          </h3>
          <p className={classes.big}>{mean.effort === null ? "–" : t`${ease} of 5`}</p>
          <p>
            {mean.efforts === 0
              ? t`Nobody said how easy it was yet.`
              : t`The mean of ${plural(efforts, { one: "# answer", other: "# answers" })}: “${effort}”. 5 is very easy.`}
          </p>
        </section>
      </div>
      <div className={classes.halves}>
        <Steps counts={found.satisfaction} onOpen={(step) => onOpen("answered", step)} />
        <Parts found={found} />
      </div>
    </>
  );
}

function Steps({ counts, onOpen }: { counts: number[]; onOpen: (step: number) => void }) {
  const most = Math.max(1, ...counts);
  return (
    <section aria-label={t`How often each was given`}>
      <h3 className={classes.title}>
        <Trans>How often each was given</Trans>
      </h3>
      <ul className={classes.steps}>
        {SATISFACTION.map((label, at) => {
          const count = counts[at] ?? 0;
          return (
            <li key={label}>
              <span>{label}</span>
              <span className={classes.bar} aria-hidden="true">
                <span data-tone={toneOf(at + 1)} style={{ width: across(count / most) }} />
              </span>
              <Count count={count} words={number(count)} onOpen={() => onOpen(at + 1)} />
            </li>
          );
        }).reverse()}
      </ul>
    </section>
  );
}

function Of({ answered, asked }: { answered: number; asked: number }) {
  return (
    <Trans>
      {answered} of {asked}
    </Trans>
  );
}

function Parts({ found }: { found: RatingFigures }) {
  const parts: [string, Part][] = [
    [t`The assistant had it`, found.by_holder.assistant],
    [t`A person had it`, found.by_holder.agent],
    [t`Nobody had taken it`, found.by_holder.queue],
    [t`Asked in the widget`, found.by_channel.widget],
    [t`Asked by e-mail`, found.by_channel.mail],
  ];
  return (
    <section aria-label={t`By who had it, and by way`}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Of whom</Trans>
            </th>
            <th scope="col">
              <Trans>Satisfied</Trans>
            </th>
            <th scope="col">
              <Trans>Answered</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {parts
            .filter(([, part]) => part.asked > 0)
            .map(([name, part]) => (
              <tr key={name}>
                <td>{name}</td>
                <td data-label={t`Satisfied`}>
                  {part.csat ? (
                    <>
                      {percent(part.csat.value)}{" "}
                      <small className={classes.quiet}>
                        {percent(part.csat.low)}–{percent(part.csat.high)}
                      </small>
                    </>
                  ) : (
                    "–"
                  )}
                </td>
                <td data-label={t`Answered`}>
                  <Of answered={part.answered} asked={part.asked} />
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  );
}
