/** How many answer, how satisfied they are, and how easy it was; every number opens what is behind it. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { Part, RatingFigures, Share, Which } from "../../api/surveys";
import table from "../../ui/Table.module.css";
import classes from "./Ratings.module.css";
import { EFFORT, percent, SATISFACTION, surenessOf, toneOf } from "./words";

export type Open = (which: Which, satisfaction?: number) => void;

function Count({ count, words, onOpen }: { count: number; words: string; onOpen: () => void }) {
  if (count === 0) return <span>0 {words}</span>;
  return (
    <button type="button" className={classes.number} onClick={onOpen}>
      {count} {words}
    </button>
  );
}

function Band({ share }: { share: Share | null }) {
  if (!share) return null;
  return (
    <span className={classes.track} aria-hidden="true">
      <span
        className={classes.band}
        style={{ left: percent(share.low), width: percent(share.high - share.low) }}
      />
      <span className={classes.point} style={{ left: percent(share.value) }} />
    </span>
  );
}

export function Figures({ found, onOpen }: { found: RatingFigures; onOpen: Open }) {
  const { response, csat, mean } = found;
  const number = (which: Which, words: string) => (
    <Count count={found[which]} words={words} onOpen={() => onOpen(which)} />
  );
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
            <Trans>{surenessOf(csat, "answered")} Who chose good or very good.</Trans>
          </p>
          <p className={classes.parts}>
            {number("satisfied", "satisfied")} {number("low", "low")}{" "}
            {number("low_open", t`low, without a reply`)}
          </p>
        </section>
        <section className={classes.figure} aria-label={t`Answers`}>
          <h3>
            <Trans>Answers</Trans>
          </h3>
          <p className={classes.big}>{response ? percent(response.value) : "–"}</p>
          <Band share={response} />
          <p>
            <Trans>
              {surenessOf(response, t`was asked`)} Of those who saw the question or got the letter.
            </Trans>
          </p>
          <p className={classes.parts}>
            {number("asked", "asked")} {number("answered", "answered")} {number("commented", t`with words`)}
          </p>
        </section>
        <section className={classes.figure} aria-label={t`Ease`}>
          <h3>
            <Trans>Ease</Trans>
          </h3>
          <p className={classes.big}>{mean.effort === null ? "–" : t`${mean.effort.toFixed(1)} of 5`}</p>
          <p>
            {mean.efforts === 0
              ? t`Nobody said how easy it was yet.`
              : t`The mean of ${mean.efforts}: ${EFFORT[Math.round(mean.effort ?? 3) - 1]?.toLowerCase() ?? ""} to get it done. 5 is very easy.`}
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
                <span data-tone={toneOf(at + 1)} style={{ width: percent(count / most) }} />
              </span>
              <Count count={count} words="" onOpen={() => onOpen(at + 1)} />
            </li>
          );
        }).reverse()}
      </ul>
    </section>
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
                <td data-label="Satisfied">
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
                <td data-label="Answered">
                  <Trans>
                    {part.answered} of {part.asked}
                  </Trans>
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  );
}
