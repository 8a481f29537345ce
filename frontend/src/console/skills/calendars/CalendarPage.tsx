/** One calendar, or a new one: its hours, seats and rules, its services, and days with other hours. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, NumberInput, Switch, TextInput } from "@mantine/core";
import { useState } from "react";
import { Link, useLocation } from "wouter";
import type { Calendar, CalendarFields } from "../../api/calendars";
import { atField } from "../../api/problems";
import { WeekEditor } from "../../settings/hours/WeekEditor";
import { tidy, usualWeek, weekProblem } from "../../settings/hours/week";
import { ZoneSelect } from "../../settings/ZoneSelect";
import { useMay } from "../../shell/useMay";
import { Confirm } from "../../ui/Confirm";
import { useDraft } from "../../ui/drafts";
import { Empty } from "../../ui/Empty";
import { Failure } from "../../ui/Failure";
import { tell } from "../../ui/notices";
import { Page } from "../../ui/Page";
import { SectionSkeleton } from "../../ui/PageSkeleton";
import { SaveBar } from "../../ui/SaveBar";
import { Section } from "../../ui/Section";
import { CALENDARS, calendarPath } from "../addresses";
import classes from "./Calendars.module.css";
import { Exceptions } from "./Exceptions";
import { Services } from "./Services";
import { useCalendars, useChangeCalendar, useCreateCalendar, useRemoveCalendar } from "./useCalendars";

const BLANK: CalendarFields = {
  name: "",
  place: "",
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  hours: usualWeek(),
  seats: 1,
  step_minutes: 30,
  lead_hours: 2,
  horizon_days: 60,
  change_hours: 24,
  remind_hours: 24,
  on: true,
};
const NAMES = Object.keys(BLANK) as (keyof CalendarFields)[];

export function CalendarPage({ id }: { id: string }) {
  const { data, error, refetch } = useCalendars();
  const calendar = data?.data.find((one) => one.id === id);
  if (calendar) return <Known calendar={calendar} />;
  return (
    <Page title={t`Calendar`} wide>
      {data ? (
        <Empty title={t`This calendar is not here any more`}>
          <Button component={Link} href={CALENDARS} variant="default" size="xs">
            <Trans>All calendars</Trans>
          </Button>
        </Empty>
      ) : error ? (
        <Failure problem={error} what={t`The calendar could not be loaded.`} onRetry={() => void refetch()} />
      ) : (
        <SectionSkeleton fields={4} />
      )}
    </Page>
  );
}

export function NewCalendarPage() {
  const [, go] = useLocation();
  const draft = useDraft("calendar-new", BLANK);
  const create = useCreateCalendar();
  const store = () =>
    create.mutate(sent(draft.fields), {
      onSuccess: (made) => {
        draft.reset();
        go(calendarPath(made.id));
      },
    });
  const drop = () => {
    draft.reset();
    go(CALENDARS);
  };
  return (
    <Page title={t`A new calendar`} says={t`Services come next, once it is saved.`} wide>
      <Back />
      <Fields fields={draft.fields} change={draft.change} problem={create.error} />
      <SaveBar
        shown
        busy={create.isPending}
        problem={create.error}
        fields={NAMES}
        hindrance={hindrance(draft.fields)}
        onSave={store}
        onDiscard={drop}
      />
    </Page>
  );
}

function Known({ calendar }: { calendar: Calendar }) {
  const mayWrite = useMay("skills.write");
  const draft = useDraft(`calendar-${calendar.id}`, fieldsOf(calendar));
  const save = useChangeCalendar(calendar.id);
  const store = () =>
    save.mutate(sent(draft.changes), {
      onSuccess: () => {
        draft.reset();
        tell(t`Saved. Appointments that stand are kept.`);
      },
    });
  return (
    <Page title={calendar.name} says={t`Customers are offered what is free under these rules.`} wide>
      <Back />
      <fieldset disabled={!mayWrite} className={classes.all}>
        <legend className="sr">
          <Trans>The calendar</Trans>
        </legend>
        <Fields fields={draft.fields} change={draft.change} problem={save.error} />
      </fieldset>
      <Services calendar={calendar} mayWrite={mayWrite} />
      <Exceptions calendar={calendar} mayWrite={mayWrite} />
      {mayWrite && <Remove calendar={calendar} />}
      <SaveBar
        shown={draft.changed && mayWrite}
        busy={save.isPending}
        problem={save.error}
        fields={NAMES}
        hindrance={hindrance(draft.fields)}
        onSave={store}
        onDiscard={() => {
          save.reset();
          draft.reset();
        }}
      />
    </Page>
  );
}

function Back() {
  return (
    <p className={classes.back}>
      <Link href={CALENDARS}>
        <Trans>All calendars</Trans>
      </Link>
    </p>
  );
}

const fieldsOf = (calendar: Calendar): CalendarFields =>
  Object.fromEntries(NAMES.map((name) => [name, calendar[name]])) as unknown as CalendarFields;

const sent = <Some extends Partial<CalendarFields>>(fields: Some): Some =>
  fields.hours ? { ...fields, hours: tidy(fields.hours) } : fields;

function hindrance(fields: CalendarFields): string | null {
  if (!fields.name.trim()) return t`Give the calendar a name.`;
  return weekProblem(fields.hours);
}

interface FieldsProps {
  fields: CalendarFields;
  change: (fields: Partial<CalendarFields>) => void;
  problem: unknown;
}

type Number = "seats" | "step_minutes" | "lead_hours" | "horizon_days" | "change_hours" | "remind_hours";
const NUMBERS: { name: Number; label: string; says: string; least: number; most: number }[] = [
  { name: "seats", label: t`Seats`, says: t`Appointments at the same time`, least: 1, most: 50 },
  { name: "step_minutes", label: t`Begins every`, says: t`Minutes between two times`, least: 5, most: 240 },
  { name: "lead_hours", label: t`Notice`, says: t`Hours before, at least, to book`, least: 0, most: 720 },
  { name: "horizon_days", label: t`Ahead`, says: t`Days ahead, at most, to book`, least: 1, most: 365 },
  {
    name: "change_hours",
    label: t`Changes until`,
    says: t`Hours before; later a person decides`,
    least: 0,
    most: 720,
  },
  {
    name: "remind_hours",
    label: t`Reminder`,
    says: t`Hours before, for who agreed; 0 is never`,
    least: 0,
    most: 336,
  },
];

function Fields({ fields, change, problem }: FieldsProps) {
  const wrong = (name: string) => atField(problem, name);
  return (
    <>
      <Section title={t`Place`}>
        <div className={classes.form}>
          <TextInput
            label={t`Name`}
            description={t`For you; customers read it where there is no address.`}
            required
            maxLength={80}
            value={fields.name}
            error={wrong("name")}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <TextInput
            label={t`Where to come`}
            maxLength={200}
            value={fields.place}
            error={wrong("place")}
            onChange={(event) => change({ place: event.currentTarget.value })}
          />
          <ZoneSelect
            label={t`Time zone`}
            value={fields.zone}
            error={wrong("zone")}
            onChoose={(zone) => change({ zone })}
          />
          <Switch
            label={t`Customers may book here`}
            checked={fields.on}
            onChange={(event) => change({ on: event.currentTarget.checked })}
          />
        </div>
      </Section>
      <Section
        title={t({ message: "Hours", context: "of a calendar" })}
        says={t`An appointment begins and ends within them.`}
      >
        <WeekEditor weekly={fields.hours} onChange={(hours) => change({ hours })} />
      </Section>
      <Section
        title={t`Rules`}
        says={t`The desk may book at shorter notice and further ahead, never on a taken seat.`}
      >
        <div className={classes.numbers}>
          {NUMBERS.map(({ name, label, says, least, most }) => (
            <NumberInput
              key={name}
              label={label}
              description={says}
              min={least}
              max={most}
              allowDecimal={false}
              value={fields[name]}
              error={wrong(name)}
              onChange={(value) => change({ [name]: value === "" ? least : Number(value) })}
            />
          ))}
        </div>
      </Section>
    </>
  );
}

function Remove({ calendar }: { calendar: Calendar }) {
  const { name } = calendar;
  const [asking, setAsking] = useState(false);
  const [, go] = useLocation();
  const remove = useRemoveCalendar(calendar.id);
  const close = () => {
    remove.reset();
    setAsking(false);
  };
  return (
    <Section
      title={t`Remove the calendar`}
      says={t`Only one that never had an appointment; any other is switched off instead.`}
      danger
      actions={
        <Button variant="default" onClick={() => setAsking(true)}>
          <Trans>Remove…</Trans>
        </Button>
      }
    >
      <Confirm
        opened={asking}
        title={t`Remove ${name}?`}
        does={t`Remove`}
        busy={remove.isPending}
        problem={remove.error}
        onClose={close}
        onConfirm={() => remove.mutate(undefined, { onSuccess: () => go(CALENDARS) })}
      >
        <p>
          <Trans>Its services, hours and exceptions go with it.</Trans>
        </p>
      </Confirm>
    </Section>
  );
}
