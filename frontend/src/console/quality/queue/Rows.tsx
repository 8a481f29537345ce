/** Assessments in a table: whom it is about, why it was drawn, how far it is. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link } from "wouter";
import type { AssessmentRow } from "../../api/assessments";
import { Ago } from "../../ui/Ago";
import table from "../../ui/Table.module.css";
import { State } from "../assess/About";
import classes from "../Quality.module.css";

interface RowsProps {
  rows: readonly AssessmentRow[];
  path: (id: string) => string;
  /** All of them are about the reader: nobody is named. */
  mine?: boolean;
}

export function Rows({ rows, path, mine = false }: RowsProps) {
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">
            <Trans>Customer</Trans>
          </th>
          {!mine && (
            <th scope="col">
              <Trans>Who</Trans>
            </th>
          )}
          <th scope="col">
            <Trans>Topic</Trans>
          </th>
          <th scope="col">
            <Trans>Why</Trans>
          </th>
          <th scope="col">
            <Trans>Scorecard</Trans>
          </th>
          <th scope="col">
            <Trans>When</Trans>
          </th>
          <th scope="col">
            <span className="sr">
              <Trans>State</Trans>
            </span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((one) => (
          <tr key={one.id}>
            <td>
              <Link href={path(one.id)} className={classes.link}>
                {one.customer.name}
              </Link>
            </td>
            {!mine && <td data-label={t`Who`}>{one.agent?.name ?? t`Assistant`}</td>}
            <td data-label={t`Topic`}>{one.topic ?? "–"}</td>
            <td data-label={t`Why`}>{one.because.label}</td>
            <td data-label={t`Scorecard`}>{one.scorecard.name}</td>
            <td data-label={t`When`}>
              <Ago at={one.happened_at} past />
            </td>
            <td data-label={t`State`}>
              <State one={one} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
