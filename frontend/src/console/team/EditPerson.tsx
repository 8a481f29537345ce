/** Name, teams, languages, capacity, skills and shifts of a person. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Modal, NumberInput, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { Person } from "../api/people";
import { atField } from "../api/problems";
import { tidy, weekProblem } from "../settings/hours/week";
import { FormProblem } from "../ui/FormProblem";
import { LanguageChoice } from "../ui/LanguageChoice";
import { tell } from "../ui/notices";
import { Shifts } from "./Shifts";
import { type Level, SkillLevels } from "./SkillLevels";
import classes from "./Team.module.css";
import { TeamChoice } from "./TeamChoice";
import { useChangePerson } from "./usePeople";

interface EditPersonProps {
  person: Person;
  opened: boolean;
  onClose: () => void;
}

const FIELDS = ["name", "languages", "capacity", "team_ids", "skills", "shifts", "time_zone"];

export function EditPerson(props: EditPersonProps) {
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={props.person.name} size={560}>
      <EditForm {...props} />
    </Modal>
  );
}

function EditForm({ person, onClose }: EditPersonProps) {
  const change = useChangePerson();
  const [name, setName] = useState(person.name);
  const [capacity, setCapacity] = useState<number | string>(person.capacity);
  const [languages, setLanguages] = useState(person.languages);
  const [teams, setTeams] = useState(person.teams.map((team) => team.id));
  const [skills, setSkills] = useState<Level[]>(
    person.skills.map(({ id, level }) => ({ skill_id: id, level })),
  );
  const [shifts, setShifts] = useState(tidy(person.shifts));
  const [zone, setZone] = useState(person.time_zone);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (weekProblem(shifts)) return;
    change.mutate(
      {
        id: person.id,
        change: {
          name: name.trim(),
          capacity: Number(capacity),
          languages,
          team_ids: teams,
          skills,
          shifts: tidy(shifts),
          time_zone: zone,
        },
      },
      {
        onSuccess: () => {
          tell(t`Saved`);
          onClose();
        },
      },
    );
  };
  const wrong = (field: string) => atField(change.error, field);
  return (
    <form className={classes.form} onSubmit={submit}>
      <TextInput
        data-autofocus
        label={t`Name`}
        description={t`Customers see the first of it.`}
        required
        maxLength={80}
        value={name}
        error={wrong("name")}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TeamChoice value={teams} onChange={setTeams} error={wrong("team_ids")} />
      <LanguageChoice
        label={t`Languages`}
        description={t`Conversations in these are offered to them first.`}
        value={languages}
        error={wrong("languages")}
        onChange={setLanguages}
      />
      <NumberInput
        label={t`Conversations at once`}
        description={t`No more than these are offered to them.`}
        min={0}
        max={100}
        value={capacity}
        error={wrong("capacity")}
        onChange={setCapacity}
      />
      <SkillLevels value={skills} onChange={setSkills} error={wrong("skills")} />
      <Shifts
        value={shifts}
        zone={zone}
        error={wrong("shifts")}
        zoneError={wrong("time_zone")}
        onChange={setShifts}
        onZone={setZone}
      />
      <FormProblem problem={change.error} fields={FIELDS} />
      <div className={classes.foot}>
        <Button variant="default" onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button type="submit" loading={change.isPending}>
          <Trans>Save</Trans>
        </Button>
      </div>
    </form>
  );
}
