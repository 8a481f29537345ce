/** Records one to a row; the whole row leads to the record. */

import { t } from "@lingui/core/macro";
import { Link } from "wouter";
import type { BusinessRecord } from "../api/records";
import { Ago } from "../ui/Ago";
import table from "../ui/Table.module.css";
import { recordPath } from "./addresses";
import type { Column, KindOf } from "./kinds";
import classes from "./Records.module.css";
import { shown, textOf } from "./values";

export function RecordsTable({ kind, records }: { kind: KindOf; records: BusinessRecord[] }) {
  return (
    <table className={`${table.table} ${classes.table}`}>
      <thead>
        <tr>
          <th scope="col">{kind.name}</th>
          {kind.columns.map(({ field, label }) => (
            <th key={field} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {records.map((record) => (
          <tr key={record.id}>
            <td>
              <Link className={classes.title} href={recordPath(kind.kind, record.id)}>
                {textOf(record, kind.key) || t`Erased`}
              </Link>
              <span className={classes.below}>{textOf(record, kind.below)}</span>
            </td>
            {kind.columns.map((column) => (
              <td key={column.field} data-label={column.label}>
                <Cell kind={kind} record={record} column={column} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ kind, record, column }: { kind: KindOf; record: BusinessRecord; column: Column }) {
  if (column.as === "ago") return <Ago at={textOf(record, column.field)} past />;
  return <>{shown(record, column.field, column.as, kind)}</>;
}
