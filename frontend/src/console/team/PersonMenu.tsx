/** What can be done with a person beside their role. */

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
  const close = () => setOpen(null);
  const signOut = () =>
    signOutEverywhere(person.id).then(() => tell(`${person.name} is signed out everywhere`), tellFailure);
  if (!maySetRoleOf(mine, person.role)) return null;
  return (
    <>
      <Menu position="bottom-end" width={230}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={`More for ${person.name}`}>
            <MoreIcon />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setOpen("edit")}>Name, teams, skills, shifts…</Menu.Item>
          {person.active && <Menu.Item onClick={() => void signOut()}>Sign out everywhere</Menu.Item>}
          {person.totp_on && !person.you && (
            <Menu.Item onClick={() => setOpen("factor")}>Reset second step…</Menu.Item>
          )}
          {person.active ? (
            <Menu.Item onClick={() => setOpen("deactivate")}>Deactivate…</Menu.Item>
          ) : (
            <Menu.Item onClick={() => reactivate.mutate(person)}>Reactivate</Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <EditPerson person={person} opened={open === "edit"} onClose={close} />
      <ResetFactorDialog person={person} opened={open === "factor"} onClose={close} />
      <DeactivateDialog person={person} opened={open === "deactivate"} onClose={close} />
    </>
  );
}
