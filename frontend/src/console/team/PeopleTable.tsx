/** One row for each person: who, role, teams, skills, second factor, when they were last here. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { Person } from "../api/people";
import { initials } from "../shell/AccountMenu";
import { listed } from "../shell/locale";
import { Ago } from "../ui/Ago";
import table from "../ui/Table.module.css";
import { PersonMenu } from "./PersonMenu";
import { RoleMenu } from "./RoleMenu";
import classes from "./Team.module.css";

export function PeopleTable({ people, mayManage }: { people: readonly Person[]; mayManage: boolean }) {
  return (
    <table className={table.table} aria-label={t`People`}>
      <thead>
        <tr>
          <th scope="col">
            <Trans>Name</Trans>
          </th>
          <th scope="col">
            <Trans>Role</Trans>
          </th>
          <th scope="col">
            <Trans>Teams</Trans>
          </th>
          <th scope="col">
            <Trans>Skills</Trans>
          </th>
          <th scope="col">
            <Trans>Second factor</Trans>
          </th>
          <th scope="col">
            <Trans>Last seen</Trans>
          </th>
          {mayManage && (
            <th scope="col">
              <span className="sr">
                <Trans>Actions</Trans>
              </span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <Row key={person.id} person={person} mayManage={mayManage} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ person, mayManage }: { person: Person; mayManage: boolean }) {
  const { active, teams, skills, totp_on } = person;
  return (
    <tr data-away={!active || undefined} className={classes.person}>
      <td>
        <Who person={person} />
      </td>
      <td data-label={t`Role`}>
        <RoleMenu person={person} mayManage={mayManage} />
      </td>
      <td data-label={t`Teams`}>{listed(teams.map((team) => team.name)) || <Nothing says={t`No team`} />}</td>
      <td data-label={t`Skills`}>
        {listed(skills.map(({ name, level }) => `${name} ${level}`)) || <Nothing says={t`None`} />}
      </td>
      <td data-label={t`Second factor`}>
        {totp_on ? (
          <span className={classes.safe}>
            <Trans>On</Trans>
          </span>
        ) : (
          <Nothing says={t`Off`} />
        )}
      </td>
      <td data-label={t`Last seen`}>
        <Seen person={person} />
      </td>
      {mayManage && (
        <td className={`${table.acts} ${table.corner}`}>
          <PersonMenu person={person} />
        </td>
      )}
    </tr>
  );
}

const Nothing = ({ says }: { says: string }) => <span className={classes.nothing}>{says}</span>;

function Who({ person }: { person: Person }) {
  const { name, email, you } = person;
  return (
    <div className={classes.who}>
      <span className={classes.face} aria-hidden="true">
        {initials(name || email)}
      </span>
      <span className={classes.names}>
        <span className={classes.name}>
          {name}
          {you && (
            <span className={classes.you}>
              <Trans>You</Trans>
            </span>
          )}
        </span>
        <span className={classes.email}>{email}</span>
      </span>
    </div>
  );
}

function Seen({ person: { active, presence, seen_at } }: { person: Person }) {
  if (!active)
    return (
      <span className={classes.gone}>
        <Trans>Deactivated</Trans>
      </span>
    );
  if (presence === "offline") return seen_at ? <Ago at={seen_at} /> : <Nothing says={t`Never`} />;
  return (
    <span className={classes.presence} data-presence={presence}>
      {presence === "online" ? t`Online now` : t`Away`}
    </span>
  );
}
