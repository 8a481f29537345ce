/** All skills: whether each is on, and what it does in words. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { Skill } from "../../api/skills";
import { Bone } from "../../ui/Bone";
import { Empty } from "../../ui/Empty";
import { Failure } from "../../ui/Failure";
import { useSkills } from "../useSkills";
import { SkillRow } from "./SkillRow";
import classes from "./Skills.module.css";

const ROWS = ["first", "second", "third", "fourth"];

export function SkillsPart() {
  const { data, error, refetch } = useSkills();
  if (data) return <List skills={data.data} />;
  if (error) {
    return (
      <Failure problem={error} what={t`The skills could not be loaded.`} onRetry={() => void refetch()} />
    );
  }
  return (
    <div aria-busy="true" className={classes.list}>
      {ROWS.map((row) => (
        <div key={row} className={classes.skill}>
          <Bone width={180} height={20} />
          <Bone width="70%" height={16} />
        </div>
      ))}
    </div>
  );
}

function List({ skills }: { skills: Skill[] }) {
  if (skills.length === 0) {
    return (
      <Empty title={t`No skills`}>
        <p>
          <Trans>The assistant answers from your knowledge, and hands over everything else.</Trans>
        </p>
      </Empty>
    );
  }
  return (
    <ul className={classes.list} aria-label={t`Skills`}>
      {skills.map((skill) => (
        <SkillRow key={skill.name} skill={skill} />
      ))}
    </ul>
  );
}
