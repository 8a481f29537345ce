/** One skill: what it does, its policy, and the sentences that lead to it. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link } from "wouter";
import { isMissing } from "../../api/problems";
import type { WholeSkill } from "../../api/skills";
import { Empty } from "../../ui/Empty";
import { Failure } from "../../ui/Failure";
import { Page } from "../../ui/Page";
import { SectionSkeleton } from "../../ui/PageSkeleton";
import { Section } from "../../ui/Section";
import { ALL } from "../addresses";
import { SkillSwitch } from "../list/SkillRow";
import { useSkill } from "../useSkills";
import { Policy } from "./Policy";
import classes from "./Skill.module.css";
import { Uses } from "./Uses";

export function SkillPage({ name }: { name: string }) {
  const { data, error, refetch } = useSkill(name);
  return (
    <Page
      title={data?.label ?? t`Skill`}
      says={data?.purpose}
      actions={data && <SkillSwitch skill={data} />}
      wide
    >
      <p className={classes.back}>
        <Link href={ALL}>
          <Trans>All skills</Trans>
        </Link>
      </p>
      {data ? (
        <Whole skill={data} />
      ) : isMissing(error) ? (
        <Empty title={t`There is no such skill`}>
          <p>
            <Trans>It may have been renamed. The list has all there are.</Trans>
          </p>
        </Empty>
      ) : error ? (
        <Failure problem={error} what={t`The skill could not be loaded.`} onRetry={() => void refetch()} />
      ) : (
        <SectionSkeleton fields={3} />
      )}
    </Page>
  );
}

function Whole({ skill }: { skill: WholeSkill }) {
  return (
    <>
      <Policy skill={skill} />
      <Uses skill={skill} />
      <Section
        title={t`What it asks`}
        says={t`Nothing is asked that the customer said before, in whatever order.`}
      >
        <ul className={classes.plain}>
          {skill.slots.map((slot) => (
            <li key={slot.name}>
              {slot.label}
              {!slot.required && (
                <span>
                  {" "}
                  <Trans>when it is needed</Trans>
                </span>
              )}
            </li>
          ))}
        </ul>
      </Section>
      <Section
        title={t`What leads to it`}
        says={t`Ways in which customers ask. Others that mean the same work too.`}
      >
        <ul className={classes.examples}>
          {skill.examples.map((example) => (
            <li key={example}>{example}</li>
          ))}
        </ul>
      </Section>
    </>
  );
}
