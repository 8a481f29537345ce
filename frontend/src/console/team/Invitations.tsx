/** Those who were invited and have not come yet. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import type { Invitation } from "../api/people";
import { listed } from "../shell/locale";
import { Ago } from "../ui/Ago";
import { Failure } from "../ui/Failure";
import { Section } from "../ui/Section";
import table from "../ui/Table.module.css";
import { ROLE_NAMES } from "./roles";
import classes from "./Team.module.css";
import { useInvitationActions, useInvitations } from "./usePeople";

export function Invitations() {
  const { data: invitations, error, refetch } = useInvitations(true);
  if (error) {
    return (
      <Failure
        problem={error}
        what={t`The invitations could not be loaded.`}
        onRetry={() => void refetch()}
      />
    );
  }
  if (!invitations || invitations.length === 0) return null;
  return (
    <div className={classes.invitations}>
      <Section title={t`Invited`} says={t`Their links are good for one person each, until they expire.`}>
        <table className={table.table} aria-label={t`Open invitations`}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>E-mail</Trans>
              </th>
              <th scope="col">
                <Trans>Role</Trans>
              </th>
              <th scope="col">
                <Trans>Teams</Trans>
              </th>
              <th scope="col">
                <Trans>Invited</Trans>
              </th>
              <th scope="col">
                <Trans>Expires</Trans>
              </th>
              <th scope="col">
                <span className="sr">
                  <Trans>Actions</Trans>
                </span>
              </th>
            </tr>
          </thead>
          <tbody>
            {invitations.map((one) => (
              <InvitationRow key={one.id} invitation={one} />
            ))}
          </tbody>
        </table>
      </Section>
    </div>
  );
}

function InvitationRow({ invitation }: { invitation: Invitation }) {
  const { email, name, role, teams, invited_by, sent_at, created_at, expires_at, state } = invitation;
  const who = invited_by?.name;
  const { resend, revoke } = useInvitationActions();
  return (
    <tr>
      <td>
        <span className={classes.names}>
          <span className={classes.name}>{email}</span>
          {name && <span className={classes.email}>{name}</span>}
        </span>
      </td>
      <td data-label={t`Role`}>{ROLE_NAMES[role]}</td>
      <td data-label={t`Teams`}>
        {listed(teams.map((team) => team.name)) || (
          <span className={classes.nothing}>
            <Trans>No team</Trans>
          </span>
        )}
      </td>
      <td data-label={t`Invited`}>
        <span>
          {who ? (
            <Trans>
              <Ago at={sent_at ?? created_at} /> by {who}
            </Trans>
          ) : (
            <Ago at={sent_at ?? created_at} />
          )}
        </span>
      </td>
      <td data-label={t`Expires`}>
        {state === "expired" ? (
          <span className={classes.gone}>
            <Trans>Expired</Trans>
          </span>
        ) : (
          <Ago at={expires_at} />
        )}
      </td>
      <td className={table.acts}>
        <Button
          variant="subtle"
          size="compact-sm"
          loading={resend.isPending}
          aria-label={t`Send the invitation of ${email} again`}
          onClick={() => resend.mutate(invitation)}
        >
          <Trans>Send again</Trans>
        </Button>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          loading={revoke.isPending}
          aria-label={t`Revoke the invitation of ${email}`}
          onClick={() => revoke.mutate(invitation)}
        >
          <Trans>Revoke</Trans>
        </Button>
      </td>
    </tr>
  );
}
