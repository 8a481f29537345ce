/** Scores by whom or what, the most assessed first; each opens what it counts. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { Figures, Narrow, Scores } from "../../api/assessments";
import { Count } from "../../rules/quality/Count";
import { IntervalBar } from "../../rules/quality/IntervalBar";
import { percent } from "../../rules/quality/words";
import table from "../../ui/Table.module.css";
import classes from "../Quality.module.css";
import { BYS, FIELD, points, rangeInWords } from "../words";

interface ByTableProps {
  scores: Scores;
  onOpen: (title: string, more: Partial<Narrow>) => void;
}

export function ByTable({ scores, onOpen }: ByTableProps) {
  const head = BYS.find(([by]) => by === scores.by)?.[1] ?? "";
  if (scores.data.length === 0)
    return (
      <p className={classes.means}>
        <Trans>Nothing of this is known of what was assessed.</Trans>
      </p>
    );
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col">
            <Trans>Score</Trans>
          </th>
          <th scope="col">
            <Trans>Failed</Trans>
          </th>
          <th scope="col">
            <Trans>Assessed</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {scores.data.map((part) => {
          const field = { [FIELD[scores.by]]: part.key };
          const { name } = part;
          return (
            <tr key={part.key}>
              <td>{part.name}</td>
              <td data-label={t`Score`}>
                <ScoreCell part={part} />
              </td>
              <td data-label={t`Failed`}>
                {part.failed && part.failed.value > 0 ? (
                  <>
                    <Count
                      count={Math.round(part.failed.value * part.failed.of)}
                      onOpen={() => onOpen(t`${name}: failed`, { ...field, failed: true })}
                    />{" "}
                    ({percent(part.failed.value)})
                  </>
                ) : (
                  t`none`
                )}
              </td>
              <td data-label={t`Assessed`}>
                <Count count={part.of} onOpen={() => onOpen(part.name, field)} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

export function ScoreCell({ part }: { part: Figures }) {
  const { score } = part;
  if (!score)
    return (
      <span className={classes.none}>
        <Trans>nothing applied</Trans>
      </span>
    );
  return (
    <span className={classes.cell}>
      <b>{points(score.value)}</b>
      {score.low !== null && score.high !== null && (
        <span className={classes.track}>
          <IntervalBar
            estimate={{
              value: score.value / 100,
              low: score.low / 100,
              high: score.high / 100,
              of: score.of,
            }}
          />
        </span>
      )}
      <small>{rangeInWords(score)}</small>
    </span>
  );
}
