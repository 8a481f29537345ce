/** When customers are asked how it was, by which way, and what happens when they were not satisfied. */

import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Checkbox, NumberInput, Select, Switch, TagsInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "wouter";
import { atField } from "../../api/problems";
import { changeSurveySettings, fetchSurveySettings, type SurveySettings } from "../../api/surveys";
import { RATINGS_PATH } from "../../customers/addresses";
import { SATISFACTION } from "../../customers/ratings/words";
import { useDraft } from "../../ui/drafts";
import { Failure } from "../../ui/Failure";
import { SectionSkeleton } from "../../ui/PageSkeleton";
import { SaveBar } from "../../ui/SaveBar";
import { Section } from "../../ui/Section";
import { Fields } from "../Fields";
import type { SectionProps } from "../SettingsPage";
import { SurveyPreview } from "./SurveyPreview";
import classes from "./SurveyPreview.module.css";

const KEY = ["survey settings"] as const;
const FIELDS = ["mail_after", "every_days", "low_from", "not_tagged"];
const AFTER = [
  ["15", t`15 minutes`],
  ["60", t`An hour`],
  ["240", t`4 hours`],
  ["1440", t`A day`],
  ["4320", t`3 days`],
] as const;

export function Surveys({ workspace }: SectionProps) {
  const { data, error, refetch } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => fetchSurveySettings(signal),
  });
  if (data) return <SurveysForm saved={data} workspace={workspace} />;
  if (error)
    return (
      <Failure problem={error} what={t`The settings could not be loaded.`} onRetry={() => void refetch()} />
    );
  return <SectionSkeleton fields={4} />;
}

function useSave() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: changeSurveySettings,
    onSuccess: (saved) => client.setQueryData(KEY, saved),
  });
}

function SurveysForm({ saved, workspace }: SectionProps & { saved: SurveySettings }) {
  const { can_mail, ...own } = saved;
  const draft = useDraft("surveys", own);
  const { mutate, isPending, error, reset } = useSave();
  const { fields, change } = draft;
  const number = (name: "every_days") => ({
    value: fields[name],
    error: atField(error, name),
    onChange: (typed: number | string) => typed !== "" && change({ [name]: Number(typed) }),
  });
  return (
    <>
      <Fields legend={t`Surveys`}>
        <Section
          title={t`Who is asked`}
          says={
            <Trans>
              Once a conversation is resolved, the customer is asked by one way: the open widget, else a
              letter. What they say is under{" "}
              <Link href={RATINGS_PATH} className={classes.link}>
                Ratings
              </Link>
              .
            </Trans>
          }
        >
          <Switch
            label={t`Ask in the widget`}
            description={t`As soon as it is over, where the customer still has it open, or when they come back within a week.`}
            checked={fields.in_widget}
            onChange={(event) => change({ in_widget: event.currentTarget.checked })}
          />
          <Switch
            label={t`Ask by e-mail who did not see it there`}
            description={
              can_mail
                ? t`Only addresses that customers proved. In some countries a letter like this counts as advertising and needs their consent; it always has a link that ends the questions.`
                : t`No letters leave this installation: it has no mail server, or no address of its own (EMAIL_URL, BATON_ORIGIN).`
            }
            checked={fields.by_mail}
            disabled={!can_mail && !fields.by_mail}
            onChange={(event) => change({ by_mail: event.currentTarget.checked })}
          />
          {fields.by_mail && (
            <Select
              label={t`The letter leaves after`}
              allowDeselect={false}
              data={withOwn(fields.mail_after)}
              value={String(fields.mail_after)}
              error={atField(error, "mail_after")}
              onChange={(value) => value && change({ mail_after: Number(value) })}
            />
          )}
          <NumberInput
            label={t`Days before a customer is asked again`}
            description={t`0 asks after each conversation. Nobody is asked twice about one.`}
            min={0}
            max={366}
            allowDecimal={false}
            {...number("every_days")}
          />
          <TagsInput
            label={t`Not after conversations with these tags`}
            description={t`Who got no reply, and whose conversation goes on in another one, is not asked either.`}
            maxTags={20}
            value={fields.not_tagged}
            error={atField(error, "not_tagged")}
            onChange={(not_tagged) => change({ not_tagged })}
          />
          <Checkbox
            label={t`Also ask how easy it was`}
            checked={fields.asks_effort}
            onChange={(event) => change({ asks_effort: event.currentTarget.checked })}
          />
          <SurveyPreview workspace={workspace} asksEffort={fields.asks_effort} />
        </Section>
        <Section title={t`Low ratings`} says={t`So that somebody looks after a customer who was let down.`}>
          <Select
            label={t`Low is`}
            allowDeselect={false}
            data={SATISFACTION.slice(0, 4).map((label, at) => ({
              value: String(at + 1),
              label: at === 0 ? t`“${label}” alone` : t`“${label}” and less`,
            }))}
            value={String(fields.low_from)}
            error={atField(error, "low_from")}
            onChange={(value) => value && change({ low_from: Number(value) })}
          />
          <Switch
            label={t`Tell supervisors`}
            description={t`Those of the team that had the conversation, else all of them, with the customer's words.`}
            checked={fields.alerts}
            onChange={(event) => change({ alerts: event.currentTarget.checked })}
          />
          <Switch
            label={t`Open the conversation again`}
            description={t`It comes back to the queue of its team, with what the customer wrote as a note. The customer is told.`}
            checked={fields.reopens}
            onChange={(event) => change({ reopens: event.currentTarget.checked })}
          />
        </Section>
      </Fields>
      <SaveBar
        shown={draft.changed}
        busy={isPending}
        problem={error}
        fields={FIELDS}
        onSave={() => mutate(draft.changes, { onSuccess: draft.reset })}
        onDiscard={() => {
          draft.reset();
          reset();
        }}
      />
    </>
  );
}

/** The usual delays, and the one that is set where it is another. */
function withOwn(minutes: number): { value: string; label: string }[] {
  const usual = AFTER.map(([value, label]) => ({ value, label }));
  const own = String(minutes);
  return usual.some(({ value }) => value === own)
    ? usual
    : [{ value: own, label: plural(minutes, { one: "# minute", other: "# minutes" }) }, ...usual];
}
