/** The skills that rules ask for: made, renamed, and deleted with what follows said first. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { atField } from "../api/problems";
import type { SkillEntry } from "../api/routing";
import { useMay } from "../shell/useMay";
import { Confirm } from "../ui/Confirm";
import { Empty } from "../ui/Empty";
import { Failure } from "../ui/Failure";
import { FormProblem } from "../ui/FormProblem";
import table from "../ui/Table.module.css";
import { PeopleSkeleton } from "./PeopleSkeleton";
import classes from "./Team.module.css";
import { useCreateSkill, useDeleteSkill, useRenameSkill, useSkills } from "./useSkills";

export function SkillsPart() {
  const mayManage = useMay("teams.manage");
  const { data: skills, error, refetch } = useSkills();
  if (error)
    return (
      <Failure problem={error} what={t`The skills could not be loaded.`} onRetry={() => void refetch()} />
    );
  if (!skills) return <PeopleSkeleton />;
  return (
    <>
      {mayManage && <NewSkill />}
      {skills.length === 0 ? (
        <Empty title={t`No skills yet`}>
          <p>
            <Trans>
              A skill is something that not everybody can handle, such as E-bikes or Warranty. Rules can ask
              for one, and people who have it are asked first.
            </Trans>
          </p>
        </Empty>
      ) : (
        <table className={table.table} aria-label={t`Skills`}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Skill</Trans>
              </th>
              <th scope="col">
                <Trans>People</Trans>
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
            {skills.map((skill) => (
              <SkillRow key={skill.id} skill={skill} mayManage={mayManage} />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function SkillRow({ skill, mayManage }: { skill: SkillEntry; mayManage: boolean }) {
  const [open, setOpen] = useState<"rename" | "delete" | null>(null);
  const remove = useDeleteSkill(skill);
  const close = () => setOpen(null);
  const { name } = skill;
  return (
    <tr>
      <td>
        {open === "rename" ? (
          <Rename skill={skill} onClose={close} />
        ) : (
          <span className={classes.name}>{skill.name}</span>
        )}
      </td>
      <td data-label={t`People`}>
        {skill.people || (
          <span className={classes.nothing}>
            <Trans>Nobody</Trans>
          </span>
        )}
      </td>
      {mayManage && (
        <td className={table.acts}>
          <Button variant="subtle" size="compact-sm" onClick={() => setOpen("rename")}>
            <Trans>Rename</Trans>
          </Button>
          <Button variant="subtle" color="red" size="compact-sm" onClick={() => setOpen("delete")}>
            <Trans>Delete…</Trans>
          </Button>
          <Confirm
            opened={open === "delete"}
            title={t`Delete the skill ${name}?`}
            does={t`Delete the skill`}
            busy={remove.isPending}
            problem={remove.error}
            onClose={close}
            onConfirm={() => remove.mutate(undefined, { onSuccess: close })}
          >
            <ul>
              <li>
                <Trans>Nobody has it any more.</Trans>
              </li>
              <li>
                <Trans>Rules that ask for it ask for nobody in particular, and say so.</Trans>
              </li>
              <li>
                <Trans>Conversations that wait for it are offered without it.</Trans>
              </li>
            </ul>
          </Confirm>
        </td>
      )}
    </tr>
  );
}

function Rename({ skill, onClose }: { skill: SkillEntry; onClose: () => void }) {
  const [name, setName] = useState(skill.name);
  const rename = useRenameSkill(skill);
  const before = skill.name;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    rename.mutate(name.trim(), { onSuccess: onClose });
  };
  return (
    <form className={classes.new} onSubmit={submit}>
      <TextInput
        data-autofocus
        aria-label={t`New name of ${before}`}
        description={t`Rules that ask for the old name have to be changed.`}
        required
        maxLength={80}
        value={name}
        error={atField(rename.error, "name")}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={rename.isPending}>
        <Trans>Rename</Trans>
      </Button>
      <Button variant="subtle" onClick={onClose}>
        <Trans>Cancel</Trans>
      </Button>
    </form>
  );
}

function NewSkill() {
  const [name, setName] = useState("");
  const create = useCreateSkill();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate(name.trim(), { onSuccess: () => setName("") });
  };
  return (
    <form className={classes.new} onSubmit={submit}>
      <TextInput
        aria-label={t`Name of the new skill`}
        placeholder={t`Name of a new skill`}
        required
        maxLength={80}
        value={name}
        error={atField(create.error, "name")}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={create.isPending}>
        <Trans>Add skill</Trans>
      </Button>
      <FormProblem problem={create.error} fields={["name"]} />
    </form>
  );
}
