/** One team: its name, how many people, and what can be done with it. */

import { ActionIcon, Button, Menu, Modal, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { Link } from "wouter";
import type { TeamEntry } from "../api/people";
import { atField } from "../api/problems";
import { MoreIcon } from "../shell/icons";
import { Confirm } from "../ui/Confirm";
import { FormProblem } from "../ui/FormProblem";
import table from "../ui/Table.module.css";
import { MembersDialog } from "./MembersDialog";
import classes from "./Team.module.css";
import { useDeleteTeam, useRenameTeam } from "./useTeams";

interface TeamProps {
  team: TeamEntry;
  opened: boolean;
  onClose: () => void;
}

export function TeamRow({ team, mayManage }: { team: TeamEntry; mayManage: boolean }) {
  const [open, setOpen] = useState<"members" | "rename" | "delete" | null>(null);
  const close = () => setOpen(null);
  return (
    <tr>
      <td>
        <span className={classes.name}>{team.name}</span>
      </td>
      <td data-label="People">
        {mayManage ? (
          <Button
            variant="subtle"
            size="compact-sm"
            className={classes.people}
            aria-label={`People of ${team.name}: ${team.agents}`}
            onClick={() => setOpen("members")}
          >
            {team.agents === 0 ? "Add people" : team.agents}
          </Button>
        ) : (
          team.agents
        )}
      </td>
      <td data-label="Online">{team.online || <span className={classes.nothing}>Nobody</span>}</td>
      {mayManage && (
        <td className={`${table.acts} ${table.corner}`}>
          <Menu position="bottom-end" width={200}>
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" aria-label={`More for the team ${team.name}`}>
                <MoreIcon />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => setOpen("members")}>People…</Menu.Item>
              <Menu.Item onClick={() => setOpen("rename")}>Rename…</Menu.Item>
              <Menu.Item component={Link} href="/console/settings/hours">
                Working hours
              </Menu.Item>
              <Menu.Item onClick={() => setOpen("delete")}>Delete…</Menu.Item>
            </Menu.Dropdown>
          </Menu>
          <MembersDialog team={team} opened={open === "members"} onClose={close} />
          <RenameDialog team={team} opened={open === "rename"} onClose={close} />
          <DeleteDialog team={team} opened={open === "delete"} onClose={close} />
        </td>
      )}
    </tr>
  );
}

function RenameDialog({ team, opened, onClose }: TeamProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={`Rename ${team.name}`} size={400}>
      <RenameForm team={team} onClose={onClose} />
    </Modal>
  );
}

function RenameForm({ team, onClose }: Omit<TeamProps, "opened">) {
  const [name, setName] = useState(team.name);
  const rename = useRenameTeam(team);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    rename.mutate(name.trim(), { onSuccess: onClose });
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <TextInput
        data-autofocus
        label="Name"
        description="Customers see it when a conversation is passed to the team."
        required
        maxLength={80}
        value={name}
        error={atField(rename.error, "name")}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <FormProblem problem={rename.error} fields={["name"]} />
      <div className={classes.foot}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" loading={rename.isPending}>
          Rename
        </Button>
      </div>
    </form>
  );
}

function DeleteDialog({ team, opened, onClose }: TeamProps) {
  const remove = useDeleteTeam(team);
  const close = () => {
    remove.reset();
    onClose();
  };
  return (
    <Confirm
      opened={opened}
      title={`Delete the team ${team.name}?`}
      does="Delete the team"
      busy={remove.isPending}
      problem={remove.error}
      onClose={close}
      onConfirm={() => remove.mutate(undefined, { onSuccess: close })}
    >
      <ul>
        <li>Its people stay, without this team.</li>
        <li>Conversations that wait for it go on waiting, and are offered to everybody.</li>
        <li>Its working hours are lost.</li>
      </ul>
    </Confirm>
  );
}
