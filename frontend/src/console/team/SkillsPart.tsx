/** The skills that rules ask for: made, renamed, and deleted with what follows said first. */

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
    return <Failure problem={error} what="The skills could not be loaded." onRetry={() => void refetch()} />;
  if (!skills) return <PeopleSkeleton />;
  return (
    <>
      {mayManage && <NewSkill />}
      {skills.length === 0 ? (
        <Empty title="No skills yet">
          <p>
            A skill is something that not everybody can handle, such as E-bikes or Warranty. Rules can ask for
            one, and people who have it are asked first.
          </p>
        </Empty>
      ) : (
        <table className={table.table} aria-label="Skills">
          <thead>
            <tr>
              <th scope="col">Skill</th>
              <th scope="col">People</th>
              {mayManage && (
                <th scope="col">
                  <span className="sr">Actions</span>
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
  return (
    <tr>
      <td>
        {open === "rename" ? (
          <Rename skill={skill} onClose={close} />
        ) : (
          <span className={classes.name}>{skill.name}</span>
        )}
      </td>
      <td data-label="People">{skill.people || <span className={classes.nothing}>Nobody</span>}</td>
      {mayManage && (
        <td className={table.acts}>
          <Button variant="subtle" size="compact-sm" onClick={() => setOpen("rename")}>
            Rename
          </Button>
          <Button variant="subtle" color="red" size="compact-sm" onClick={() => setOpen("delete")}>
            Delete…
          </Button>
          <Confirm
            opened={open === "delete"}
            title={`Delete the skill ${skill.name}?`}
            does="Delete the skill"
            busy={remove.isPending}
            problem={remove.error}
            onClose={close}
            onConfirm={() => remove.mutate(undefined, { onSuccess: close })}
          >
            <ul>
              <li>Nobody has it any more.</li>
              <li>Rules that ask for it ask for nobody in particular, and say so.</li>
              <li>Conversations that wait for it are offered without it.</li>
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
  const submit = (event: FormEvent) => {
    event.preventDefault();
    rename.mutate(name.trim(), { onSuccess: onClose });
  };
  return (
    <form className={classes.new} onSubmit={submit}>
      <TextInput
        data-autofocus
        aria-label={`New name of ${skill.name}`}
        description="Rules that ask for the old name have to be changed."
        required
        maxLength={80}
        value={name}
        error={atField(rename.error, "name")}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={rename.isPending}>
        Rename
      </Button>
      <Button variant="subtle" onClick={onClose}>
        Cancel
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
        aria-label="Name of the new skill"
        placeholder="Name of a new skill"
        required
        maxLength={80}
        value={name}
        error={atField(create.error, "name")}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={create.isPending}>
        Add skill
      </Button>
      <FormProblem problem={create.error} fields={["name"]} />
    </form>
  );
}
