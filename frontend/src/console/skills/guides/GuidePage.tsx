/** One guide, or a new one: how customers tell of the trouble, the outline of its steps, and a way to try it. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { Link, useLocation } from "wouter";
import type { Guide, GuideFields } from "../../api/guides";
import { atField, isMissing } from "../../api/problems";
import { useMay } from "../../shell/useMay";
import { useDraft } from "../../ui/drafts";
import { Empty } from "../../ui/Empty";
import { Failure } from "../../ui/Failure";
import { Page } from "../../ui/Page";
import { SectionSkeleton } from "../../ui/PageSkeleton";
import { SaveBar } from "../../ui/SaveBar";
import { Section } from "../../ui/Section";
import { GUIDES, guidePath } from "../addresses";
import { linesOf } from "../skill/policyForm";
import { Faults } from "./Faults";
import classes from "./Guide.module.css";
import { GuideSwitch } from "./GuidesPart";
import { firstSteps } from "./guideForm";
import { StepsOutline } from "./StepsOutline";
import { TryGuide } from "./TryGuide";
import { useCreateGuide, useFaults, useGuide, useRemoveGuide, useSaveGuide } from "./useGuides";

const BLANK: GuideFields = { title: "", examples: [], steps: firstSteps() };

export function GuidePage({ id }: { id: string }) {
  const { data, error, refetch } = useGuide(id);
  if (data) return <Drawn guide={data} />;
  return (
    <Page title={t`Guide`} wide>
      {isMissing(error) ? (
        <Empty title={t`This guide is not here any more`}>
          <Button component={Link} href={GUIDES} variant="default" size="xs">
            <Trans>All guides</Trans>
          </Button>
        </Empty>
      ) : error ? (
        <Failure problem={error} what={t`The guide could not be loaded.`} onRetry={() => void refetch()} />
      ) : (
        <SectionSkeleton fields={4} />
      )}
    </Page>
  );
}

export function NewGuidePage() {
  const [, go] = useLocation();
  const draft = useDraft("guide-new", BLANK);
  const create = useCreateGuide();
  const store = () =>
    create.mutate(draft.fields, {
      onSuccess: (made) => {
        draft.reset();
        go(guidePath(made.id));
      },
    });
  const drop = () => {
    draft.reset();
    go(GUIDES);
  };
  return (
    <Frame title={t`A new guide`} fields={draft.fields} change={draft.change} problem={create.error}>
      <SaveBar
        shown={draft.changed}
        busy={create.isPending}
        problem={create.error}
        fields={["title"]}
        hindrance={draft.fields.title.trim() ? null : t`Give it a title.`}
        onSave={store}
        onDiscard={drop}
      />
    </Frame>
  );
}

function Drawn({ guide }: { guide: Guide }) {
  const [, go] = useLocation();
  const mayWrite = useMay("skills.write");
  const { title, examples, steps } = guide;
  const draft = useDraft<GuideFields>(`guide-${guide.id}`, { title, examples, steps });
  const save = useSaveGuide(guide);
  const remove = useRemoveGuide();
  const discard = () => {
    draft.reset();
    save.reset();
  };
  return (
    <Frame
      title={draft.fields.title || t`Without a title`}
      fields={draft.fields}
      change={draft.change}
      problem={save.error}
      actions={
        <>
          {mayWrite && (
            <Button
              variant="subtle"
              color="red"
              loading={remove.isPending}
              onClick={() => remove.mutate(guide, { onSuccess: () => go(GUIDES) })}
            >
              <Trans>Remove</Trans>
            </Button>
          )}
          <GuideSwitch guide={guide} />
        </>
      }
    >
      <SaveBar
        shown={draft.changed && mayWrite}
        busy={save.isPending}
        problem={save.error}
        fields={["title"]}
        onSave={() => save.mutate(draft.changes, { onSuccess: draft.reset })}
        onDiscard={discard}
      />
    </Frame>
  );
}

interface FrameProps {
  title: string;
  fields: GuideFields;
  change: (fields: Partial<GuideFields>) => void;
  problem: unknown;
  actions?: React.ReactNode;
  children: React.ReactNode;
}

function Frame({ title, fields, change, problem, actions, children }: FrameProps) {
  const mayWrite = useMay("skills.write");
  const faults = useFaults(fields);
  const [lines, setLines] = useState(fields.examples.join("\n"));
  const shown = linesOf(lines).join("\n") === fields.examples.join("\n") ? lines : fields.examples.join("\n");
  return (
    <Page title={title} wide {...(actions && { actions: <div className={classes.actions}>{actions}</div> })}>
      <p className={classes.back}>
        <Link href={GUIDES}>
          <Trans>All guides</Trans>
        </Link>
      </p>
      <fieldset className={classes.fields} disabled={!mayWrite}>
        <legend className="sr">
          <Trans>Guide</Trans>
        </legend>
        <TextInput
          label={t`Title`}
          placeholder={t`The brakes squeal`}
          maxLength={120}
          value={fields.title}
          error={atField(problem, "title")}
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
        <Textarea
          label={t`How customers tell of it`}
          description={t`A sentence a line, in their words. The assistant begins the guide by them.`}
          placeholder={t`My brakes squeal
There is a loud noise when I brake`}
          autosize
          minRows={2}
          maxRows={8}
          value={shown}
          onChange={(event) => {
            setLines(event.currentTarget.value);
            change({ examples: linesOf(event.currentTarget.value) });
          }}
        />
        <Faults faults={faults} steps={fields.steps} />
        <div className={classes.split}>
          <Section
            title={t`Steps`}
            says={t`Enter adds an answer below, Alt with the arrows moves one, Backspace in an empty one removes it.`}
          >
            <StepsOutline steps={fields.steps} faults={faults} onChange={(steps) => change({ steps })} />
          </Section>
          <Section title={t`Try it`} says={t`As a customer would see it, with what you have not saved yet.`}>
            <TryGuide steps={fields.steps} />
          </Section>
        </div>
      </fieldset>
      {children}
    </Page>
  );
}
