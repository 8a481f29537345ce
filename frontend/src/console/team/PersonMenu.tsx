/** What can be done with a person beside their role. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { ActionIcon, Menu } from "@mantine/core";
import { useState } from "react";
import { type Person, signOutEverywhere } from "../api/people";
import { useMe } from "../desk/DeskContext";
import { MoreIcon } from "../shell/icons";
import { tell, tellFailure } from "../ui/notices";
import { DeactivateDialog } from "./DeactivateDialog";
import { EditPerson } from "./EditPerson";
import { ResetFactorDialog } from "./ResetFactorDialog";
import { maySetRoleOf } from "./roles";
import { useReactivate } from "./usePeople";

export function PersonMenu({ person }: { person: Person }) {
  const [open, setOpen] = useState<"edit" | "factor" | "deactivate" | null>(null);
  const reactivate = useReactivate();
  const mine = useMe().role;
  const { name } = person;
  const close = () => setOpen(null);
  const signOut = () =>
    signOutEverywhere(person.id).then(() => tell(t`${name} is signed out everywhere`), tellFailure);
  if (!maySetRoleOf(mine, person.role)) return null;
  return (
    <>
      <Menu position="bottom-end" width={230}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={t`More for ${name}`}>
            <MoreIcon />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setOpen("edit")}>
            <Trans>Name, teams, skills, shifts…</Trans>
          </Menu.Item>
          {person.active && (
            <Menu.Item onClick={() => void signOut()}>
              <Trans>Sign out everywhere</Trans>
            </Menu.Item>
          )}
          {person.totp_on && !person.you && (
            <Menu.Item onClick={() => setOpen("factor")}>
              <Trans>Reset second step…</Trans>
            </Menu.Item>
          )}
          {person.active ? (
            <Menu.Item onClick={() => setOpen("deactivate")}>
              <Trans>Deactivate…</Trans>
            </Menu.Item>
          ) : (
            <Menu.Item onClick={() => reactivate.mutate(person)}>
              <Trans>Reactivate</Trans>
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <EditPerson person={person} opened={open === "edit"} onClose={close} />
      <ResetFactorDialog person={person} opened={open === "factor"} onClose={close} />
      <DeactivateDialog person={person} opened={open === "deactivate"} onClose={close} />
    </>
  );
}
