/** The entries as a table, the newest first; each row unfolds to what changed and where it came from. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { UnstyledButton } from "@mantine/core";
import { Fragment, useId, useState } from "react";
import { moment } from "../../shared/time";
import type { AuditEntry } from "../api/audit";
import { ChevronIcon } from "../shell/icons";
import { Ago } from "../ui/Ago";
import table from "../ui/Table.module.css";
import classes from "./Audit.module.css";
import { Changes } from "./Changes";
import { actionInWords, fieldInWords, kindInWords } from "./words";

export function AuditTable({ entries }: { entries: AuditEntry[] }) {
  return (
    <table className={`${table.table} ${classes.table}`}>
      <thead>
        <tr>
          <th scope="col">
            <Trans>What</Trans>
          </th>
          <th scope="col">
            <Trans>About</Trans>
          </th>
          <th scope="col">
            <Trans>Who</Trans>
          </th>
          <th scope="col">
            <Trans>When</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </tbody>
    </table>
  );
}

function Entry({ entry }: { entry: AuditEntry }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const { actor, object } = entry;
  const kind = kindInWords(actor);
  const through = actor.via?.name ?? "";
  return (
    <Fragment>
      <tr>
        <td>
          <UnstyledButton
            className={classes.unfold}
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setOpen(!open)}
          >
            <ChevronIcon size={14} />
            {actionInWords(entry.action)}
          </UnstyledButton>
          <ChangedFields changes={entry.changes} />
        </td>
        <td data-label={t`About`}>{object.name || object.id || fieldInWords(object.kind) || "—"}</td>
        <td data-label={t`Who`}>
          <span>
            {actor.name}
            {kind && <small className={classes.kind}>{kind}</small>}
            {actor.via && <small className={classes.kind}>{t`through ${through}`}</small>}
          </span>
        </td>
        <td data-label={t`When`} className={classes.when}>
          <Ago at={entry.at} />
        </td>
      </tr>
      <tr id={id} className={classes.details} hidden={!open}>
        <td colSpan={4}>{open && <Details entry={entry} />}</td>
      </tr>
    </Fragment>
  );
}

const NAMED_AT_MOST = 3;

/** Which fields changed, for the eye that looks for one of them. */
function ChangedFields({ changes }: Pick<AuditEntry, "changes">) {
  const names = Object.keys(changes).map(fieldInWords);
  if (names.length === 0) return null;
  const more = names.length - NAMED_AT_MOST;
  const shown = names.slice(0, NAMED_AT_MOST).join(", ");
  return <small className={classes.fields}>{more > 0 ? t`${shown} and ${more} more` : shown}</small>;
}

function Details({ entry }: { entry: AuditEntry }) {
  const { object, actor } = entry;
  return (
    <>
      <Changes changes={entry.changes} />
      <dl className={classes.facts}>
        <Fact name={t`Time`} value={moment(entry.at)} />
        <Fact name={t`Action`} value={entry.action} />
        <Fact name={t`About`} value={[object.kind, object.id].filter(Boolean).join(" ")} />
        <Fact name={t`Actor`} value={[actor.kind, actor.id].filter(Boolean).join(" ")} />
        <Fact name={t`Through`} value={actor.via ? `${actor.via.name} ${actor.via.id}` : ""} />
        <Fact name={t`Address`} value={entry.address ?? ""} />
        <Fact name={t`Request`} value={entry.request_id} />
      </dl>
    </>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  if (!value) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
