/** Of each field that changed what it was and what it is. */

import { Trans } from "@lingui/react/macro";
import type { AuditEntry } from "../api/audit";
import classes from "./Audit.module.css";
import { fieldInWords, valueInWords } from "./words";

export function Changes({ changes }: Pick<AuditEntry, "changes">) {
  const fields = Object.entries(changes);
  if (fields.length === 0) return null;
  return (
    <table className={classes.changes}>
      <thead>
        <tr>
          <th scope="col">
            <Trans>Field</Trans>
          </th>
          <th scope="col">
            <Trans>Before</Trans>
          </th>
          <th scope="col">
            <Trans>After</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {fields.map(([field, [before, after]]) => (
          <tr key={field}>
            <th scope="row">{fieldInWords(field)}</th>
            <td>{valueInWords(before)}</td>
            <td>{valueInWords(after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
