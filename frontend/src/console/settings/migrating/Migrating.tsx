/** Bring your data: where it comes from, the file, and what was brought so far. */

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
      <Empty title="For owners and admins">
        <p>What is brought here is the whole company's, so they bring it.</p>
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
    <Section title="What was brought" says="Each can be taken back for thirty days.">
      {error && !data && (
        <Failure problem={error} what="The list could not be loaded." onRetry={() => void refetch()} />
      )}
      {!data && !error && <Bone width="100%" height={120} />}
      {data?.data.length === 0 && (
        <Empty title="Nothing yet">
          <p>You see what a file holds before anything of it is stored.</p>
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
          <th scope="col">File</th>
          <th scope="col">How it stands</th>
          <th scope="col">Begun</th>
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
            <td data-label="How it stands">{standing(one)}</td>
            <td data-label="Begun">
              <Ago at={one.created_at} past />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
