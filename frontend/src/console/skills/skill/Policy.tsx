/** The policy of a skill: a form drawn from what may be set, and what it means in sentences while one edits. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import type { WholeSkill } from "../../api/skills";
import { useMay } from "../../shell/useMay";
import { useDraft } from "../../ui/drafts";
import { tell } from "../../ui/notices";
import { SaveBar } from "../../ui/SaveBar";
import { Section } from "../../ui/Section";
import { useDescription, useSavePolicy } from "../useSkills";
import { PolicyField } from "./fields/PolicyField";
import { problemAt } from "./policyForm";
import classes from "./Skill.module.css";
import { TrySkill } from "./TrySkill";

export function Policy({ skill }: { skill: WholeSkill }) {
  const mayWrite = useMay("skills.write");
  const { label } = skill;
  const draft = useDraft(`skill-${skill.name}`, skill.policy);
  const save = useSavePolicy(skill.name);
  const means = useDescription(skill, draft.fields);
  const problem = means.error ?? save.error;
  const store = () =>
    save.mutate(draft.fields, {
      onSuccess: () => {
        draft.reset();
        tell(t`Saved: ${label}.`);
      },
    });
  const discard = () => {
    save.reset();
    draft.reset();
  };
  return (
    <>
      <Section
        title={t`What it does`}
        says={draft.changed ? t`With the changes that you have not saved yet:` : ""}
      >
        <Broken skill={skill} onRestore={store} busy={save.isPending} mayWrite={mayWrite} />
        <ul className={classes.does} aria-live="polite" aria-busy={means.isFetching}>
          {means.does.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        {skill.personal && (
          <p className={classes.fact}>
            <Trans>It asks for proof of who the customer is first.</Trans>
          </p>
        )}
      </Section>
      {skill.shape.length > 0 && (
        <Section
          title={t`Policy`}
          says={mayWrite ? t`What lies outside of it goes to a person.` : t`You may look; admins change it.`}
        >
          <fieldset className={classes.fields} disabled={!mayWrite}>
            <legend className="sr">
              <Trans>Policy</Trans>
            </legend>
            {skill.shape.map((setting) => (
              <PolicyField
                key={setting.name}
                setting={setting}
                value={draft.fields[setting.name]}
                error={problemAt(problem, setting.name)}
                onChange={(value) => draft.change({ [setting.name]: value })}
              />
            ))}
          </fieldset>
        </Section>
      )}
      <TrySkill skill={skill} policy={draft.fields} />
      <SaveBar
        shown={draft.changed && mayWrite}
        busy={save.isPending}
        problem={save.error}
        fields={["policy"]}
        hindrance={means.error ? t`One of the settings cannot be as it is.` : null}
        onSave={store}
        onDiscard={discard}
      />
    </>
  );
}

interface BrokenProps {
  skill: WholeSkill;
  onRestore: () => void;
  busy: boolean;
  mayWrite: boolean;
}

function Broken({ skill, onRestore, busy, mayWrite }: BrokenProps) {
  const { broken } = skill;
  if (!broken) return null;
  return (
    <div className={classes.broken} role="alert">
      <p>
        <Trans>
          The stored policy cannot be read ({broken}). Until it is saved again, people do this task. Below are
          the usual values.
        </Trans>
      </p>
      {mayWrite && (
        <Button variant="default" size="xs" loading={busy} onClick={onRestore}>
          <Trans>Save the values below</Trans>
        </Button>
      )}
    </div>
  );
}
