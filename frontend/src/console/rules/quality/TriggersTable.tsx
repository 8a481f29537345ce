/** Each reason for a handover: how many there were, how often it was needed, in time, and not missed. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { Behind, Estimate, Measure, Quality, TriggerRow } from "../../api/quality";
import { Section } from "../../ui/Section";
import table from "../../ui/Table.module.css";
import { Count } from "./Count";
import { IntervalBar } from "./IntervalBar";
import classes from "./Quality.module.css";
import { Sparkline } from "./Sparkline";
import { intervalInWords, MEASURES, missedInWords, percent } from "./words";

interface TriggersTableProps {
  quality: Quality;
  onBehind: (asked: Omit<Behind, "days">) => void;
}

const SAYS = t`A reason counts as right only where it was this very reason. Every number opens its conversations.`;

export function TriggersTable({ quality, onBehind }: TriggersTableProps) {
  const rows = [...quality.triggers].sort((a, b) => b.handovers - a.handovers);
  const quiet = rows.filter((row) => row.handovers === 0 && row.missed === 0 && row.elsewhere === 0);
  const names = quiet.map(({ label }) => label).join(", ");
  const told = rows.filter((row) => !quiet.includes(row));
  return (
    <Section title={t`By reason`} says={SAYS}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Reason</Trans>
            </th>
            <th scope="col">
              <Trans>Handovers</Trans>
            </th>
            <th scope="col">{MEASURES.precision.name}</th>
            <th scope="col">
              <Trans>In time</Trans>
            </th>
            <th scope="col">
              <Trans>Got a person</Trans>
            </th>
            <th scope="col">
              <Trans>Missed</Trans>
            </th>
            <th scope="col">
              <span className="sr">
                <Trans>Needed, over time</Trans>
              </span>
            </th>
          </tr>
        </thead>
        <tbody>
          {told.map((row) => (
            <Row key={row.name} row={row} onBehind={onBehind} />
          ))}
        </tbody>
      </table>
      {quiet.length > 0 && (
        <p className={classes.quiet}>
          <Trans>No handover and no miss: {names}.</Trans>
        </p>
      )}
    </Section>
  );
}

function Row({ row, onBehind }: { row: TriggerRow; onBehind: TriggersTableProps["onBehind"] }) {
  const open = (kind: Behind["kind"]) => () => onBehind({ kind, trigger: row.name });
  const unlabelled = row.handovers - row.labelled;
  return (
    <tr>
      <td>
        {row.label}
        {row.protective && (
          <small className={classes.aside}>
            <Trans>protects customers</Trans>
          </small>
        )}
      </td>
      <td data-label={t`Handovers`}>
        <span className={classes.cell}>
          <Count count={row.handovers} onOpen={open("handovers")} />
          {unlabelled > 0 && <Count count={unlabelled} kind="unlabelled" onOpen={open("unlabelled")} />}
        </span>
      </td>
      <td data-label={t`Needed`}>
        <Share estimate={row.precision} measure="precision">
          {row.needless > 0 && <Count count={row.needless} kind="needless" onOpen={open("needless")} />}
          {row.other > 0 && <Count count={row.other} kind="other" onOpen={open("other")} />}
        </Share>
      </td>
      <td data-label={t`In time`}>
        <Share estimate={row.in_time} measure="in_time">
          {row.too_late > 0 && <Count count={row.too_late} kind="too_late" onOpen={open("too_late")} />}
        </Share>
      </td>
      <td data-label={t`Got a person`}>
        <Share estimate={row.recall} measure="recall" />
      </td>
      <td data-label={t`Missed`}>
        <span className={classes.cell}>
          <Count count={row.missed} onOpen={open("missed")} />
          {row.elsewhere > 0 && <Count count={row.elsewhere} kind="elsewhere" onOpen={open("elsewhere")} />}
          {row.missed > 0 && <small className={classes.aside}>{missedInWords(row.missed_in_all)}</small>}
        </span>
      </td>
      <td className={classes.trend}>
        <Sparkline series={row.series.map((part) => part.precision)} width={88} height={28} />
      </td>
    </tr>
  );
}

interface ShareProps {
  estimate: Estimate | null;
  measure: Measure;
  children?: React.ReactNode;
}

export function Share({ estimate, measure, children }: ShareProps) {
  if (!estimate) {
    return (
      <span className={classes.none} title={MEASURES[measure].teaches}>
        <Trans>not known yet</Trans>
      </span>
    );
  }
  return (
    <span className={classes.cell}>
      <span className={classes.share}>
        <b>{percent(estimate.value)}</b>
        <IntervalBar estimate={estimate} />
      </span>
      <small className={classes.aside}>{intervalInWords(estimate)}</small>
      {children}
    </span>
  );
}
