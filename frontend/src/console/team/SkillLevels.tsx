/** What somebody knows how to handle, and how well. */

import { t } from "@lingui/core/macro";
import { Input, NativeSelect } from "@mantine/core";
import classes from "./Team.module.css";
import { useSkills } from "./useSkills";

export interface Level {
  skill_id: string;
  level: number;
}

interface SkillLevelsProps {
  value: Level[];
  error?: string | null;
  onChange: (levels: Level[]) => void;
}

const LEVELS = [
  { value: "0", label: t`Does not have it` },
  { value: "1", label: t`1 – learning` },
  { value: "2", label: "2" },
  { value: "3", label: t`3 – knows it` },
  { value: "4", label: "4" },
  { value: "5", label: t`5 – expert` },
];

/** Nothing while there is no skill to have. */
export function SkillLevels({ value, error, onChange }: SkillLevelsProps) {
  const { data: skills = [] } = useSkills();
  if (skills.length === 0) return null;
  const set = (id: string, level: number) => {
    const others = value.filter(({ skill_id }) => skill_id !== id);
    onChange(level > 0 ? [...others, { skill_id: id, level }] : others);
  };
  return (
    <Input.Wrapper
      label={t`Skills`}
      description={t`Where a rule asks for one, they are asked before others.`}
      error={error}
    >
      <div className={classes.levels}>
        {skills.map(({ id, name }) => (
          <NativeSelect
            key={id}
            label={name}
            data={LEVELS}
            value={String(value.find(({ skill_id }) => skill_id === id)?.level ?? 0)}
            onChange={(event) => set(id, Number(event.currentTarget.value))}
          />
        ))}
      </div>
    </Input.Wrapper>
  );
}
