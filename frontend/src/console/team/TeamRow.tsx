/** One team: its name, how many people, and what can be done with it. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
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
  const { name, agents: count } = team;
  return (
    <tr>
      <td>
        <span className={classes.name}>{team.name}</span>
      </td>
      <td data-label={t`People`}>
        {mayManage ? (
          <Button
            variant="subtle"
            size="compact-sm"
            className={classes.people}
            aria-label={t`People of ${name}: ${count}`}
            onClick={() => setOpen("members")}
          >
            {team.agents === 0 ? t`Add people` : team.agents}
          </Button>
        ) : (
          team.agents
        )}
      </td>
      <td data-label={t`Online`}>
        {team.online || (
          <span className={classes.nothing}>
            <Trans>Nobody</Trans>
          </span>
        )}
      </td>
      {mayManage && (
        <td className={`${table.acts} ${table.corner}`}>
          <Menu position="bottom-end" width={200}>
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" aria-label={t`More for the team ${name}`}>
                <MoreIcon />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => setOpen("members")}>
                <Trans>People…</Trans>
              </Menu.Item>
              <Menu.Item onClick={() => setOpen("rename")}>
                <Trans>Rename…</Trans>
              </Menu.Item>
              <Menu.Item component={Link} href="/console/settings/hours">
                <Trans>Working hours</Trans>
              </Menu.Item>
              <Menu.Item onClick={() => setOpen("delete")}>
                <Trans>Delete…</Trans>
              </Menu.Item>
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
  const { name } = team;
  return (
    <Modal opened={opened} onClose={onClose} title={t`Rename ${name}`} size={400}>
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
        label={t`Name`}
        description={t`Customers see it when a conversation is passed to the team.`}
        required
        maxLength={80}
        value={name}
        error={atField(rename.error, "name")}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <FormProblem problem={rename.error} fields={["name"]} />
      <div className={classes.foot}>
        <Button variant="default" onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button type="submit" loading={rename.isPending}>
          <Trans>Rename</Trans>
        </Button>
      </div>
    </form>
  );
}

function DeleteDialog({ team, opened, onClose }: TeamProps) {
  const remove = useDeleteTeam(team);
  const { name } = team;
  const close = () => {
    remove.reset();
    onClose();
  };
  return (
    <Confirm
      opened={opened}
      title={t`Delete the team ${name}?`}
      does={t`Delete the team`}
      busy={remove.isPending}
      problem={remove.error}
      onClose={close}
      onConfirm={() => remove.mutate(undefined, { onSuccess: close })}
    >
      <ul>
        <li>
          <Trans>Its people stay, without this team.</Trans>
        </li>
        <li>
          <Trans>Conversations that wait for it go on waiting, and are offered to everybody.</Trans>
        </li>
        <li>
          <Trans>Its working hours are lost.</Trans>
        </li>
      </ul>
    </Confirm>
  );
}
