/** Bring your data: where it comes from, the file, and what was brought so far. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link, Route, Switch } from "wouter";
import type { Migration } from "../../api/migrations";
import { useMay } from "../../shell/useMay";
import { Ago } from "../../ui/Ago";
import { Bone } from "../../ui/Bone";
import { Empty } from "../../ui/Empty";
import { Failure } from "../../ui/Failure";
import { Section } from "../../ui/Section";
import table from "../../ui/Table.module.css";
import { sectionPath } from "../sections";
import classes from "./Migrating.module.css";
import { NewMigration } from "./NewMigration";
import { OneMigration } from "./OneMigration";
import { useMigrationList } from "./useMigrations";
import { sourceOf, standing } from "./words";

export const migrationPath = (id: string): string => `${sectionPath("migrating")}/${id}`;

export function Migrating() {
  if (!useMay("settings.manage"))
    return (
      <Empty title={t`For owners and admins`}>
        <p>
          <Trans>What is brought here is the whole company's, so they bring it.</Trans>
        </p>
      </Empty>
    );
  return (
    <Switch>
      <Route path={`${sectionPath("migrating")}/:id`}>{({ id }) => <OneMigration key={id} id={id} />}</Route>
      <Route>
        <NewMigration />
        <Before />
      </Route>
    </Switch>
  );
}

function Before() {
  const { data, error, refetch } = useMigrationList();
  return (
    <Section title={t`What was brought`} says={t`Each can be taken back for thirty days.`}>
      {error && !data && (
        <Failure problem={error} what={t`The list could not be loaded.`} onRetry={() => void refetch()} />
      )}
      {!data && !error && <Bone width="100%" height={120} />}
      {data?.data.length === 0 && (
        <Empty title={t`Nothing yet`}>
          <p>
            <Trans>You see what a file holds before anything of it is stored.</Trans>
          </p>
        </Empty>
      )}
      {data && data.data.length > 0 && <MigrationTable migrations={data.data} />}
    </Section>
  );
}

function MigrationTable({ migrations }: { migrations: Migration[] }) {
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">
            <Trans>File</Trans>
          </th>
          <th scope="col">
            <Trans>How it stands</Trans>
          </th>
          <th scope="col">
            <Trans>Begun</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {migrations.map((one) => (
          <tr key={one.id}>
            <td>
              <Link className={classes.title} href={migrationPath(one.id)}>
                {one.name}
              </Link>
              <span className={classes.below}>
                {sourceOf(one.source)?.name}, {one.requested_by}
              </span>
            </td>
            <td data-label={t`How it stands`}>{standing(one)}</td>
            <td data-label={t`Begun`}>
              <Ago at={one.created_at} past />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
