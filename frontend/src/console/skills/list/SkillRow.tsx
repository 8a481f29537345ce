/** One skill: the switch, its name, and what it does under its policy. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Switch } from "@mantine/core";
import { Link } from "wouter";
import type { Skill } from "../../api/skills";
import { useMay } from "../../shell/useMay";
import { skillPath } from "../addresses";
import { usesInWords } from "../skill/Uses";
import { useSwitch } from "../useSkills";
import classes from "./Skills.module.css";

export function SkillRow({ skill }: { skill: Skill }) {
  const { broken } = skill;
  return (
    <li className={classes.skill} data-off={!skill.on || undefined}>
      <div className={classes.head}>
        <Link href={skillPath(skill.name)} className={classes.name}>
          {skill.label}
        </Link>
        <SkillSwitch skill={skill} />
      </div>
      <p className={classes.does}>{skill.broken ? skill.purpose : skill.does.join(" ")}</p>
      <p className={classes.used}>{usesInWords(skill.used)}</p>
      {broken && (
        <p className={classes.broken} role="status">
          <Trans>Its policy cannot be read ({broken}), so people do this until it is saved again.</Trans>
        </p>
      )}
    </li>
  );
}

export function SkillSwitch({ skill }: { skill: Skill }) {
  const mayWrite = useMay("skills.write");
  const flip = useSwitch();
  const { label } = skill;
  return (
    <Switch
      aria-label={t`The assistant does this by itself: ${label}`}
      label={skill.on ? t`On` : t`Off`}
      labelPosition="left"
      checked={skill.on}
      disabled={!mayWrite || flip.isPending}
      onChange={(event) => flip.mutate({ skill, on: event.currentTarget.checked })}
    />
  );
}
