/** Days with other hours, or none: holidays, a market day. Saved one by one; removing can be taken back. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { Calendar, CalendarException } from "../../api/calendars";
import { atField } from "../../api/problems";
import { FormProblem } from "../../ui/FormProblem";
import { offerUndo, tellFailure } from "../../ui/notices";
import { Section } from "../../ui/Section";
import classes from "./Calendars.module.css";
import { dayInWords, hoursInWords } from "./days";
import { useAddException, useRemoveException } from "./useCalendars";

interface ExceptionsProps {
  calendar: Calendar;
  mayWrite: boolean;
}

export function Exceptions({ calendar, mayWrite }: ExceptionsProps) {
  return (
    <Section
      title={t`Other hours`}
      says={t`Days on which the week above does not hold. Without times it is closed.`}
    >
      {calendar.exceptions.length === 0 && (
        <p className={classes.none}>
          <Trans>None yet.</Trans>
        </p>
      )}
      <ul className={classes.rows}>
        {calendar.exceptions.map((one) => (
          <Row key={one.id} calendar={calendar} exception={one} mayWrite={mayWrite} />
        ))}
      </ul>
      {mayWrite && <Form key={calendar.exceptions.length} calendar={calendar} />}
    </Section>
  );
}

function Row({ calendar, exception, mayWrite }: ExceptionsProps & { exception: CalendarException }) {
  const remove = useRemoveException();
  const add = useAddException(calendar.id);
  const { id, ...fields } = exception;
  const days =
    exception.first === exception.last
      ? dayInWords(exception.first)
      : `${dayInWords(exception.first)} – ${dayInWords(exception.last)}`;
  const gone = () =>
    remove.mutate(id, {
      onError: tellFailure,
      onSuccess: () =>
        offerUndo({
          id: `exception-${id}`,
          says: t`Removed: ${days}.`,
          undo: () => add.mutate(fields, { onError: tellFailure }),
        }),
    });
  const hours = hoursInWords(exception.hours) || t`Closed`;
  return (
    <li>
      <div>
        {days}
        <p>{exception.reason ? `${hours}, ${exception.reason}` : hours}</p>
      </div>
      {mayWrite && (
        <Button variant="subtle" color="gray" size="xs" aria-label={t`Remove ${days}`} onClick={gone}>
          <Trans>Remove</Trans>
        </Button>
      )}
    </li>
  );
}

const BLANK = { first: "", last: "", opens: "", closes: "", reason: "" };

function Form({ calendar }: { calendar: Calendar }) {
  const add = useAddException(calendar.id);
  const [typed, setTyped] = useState(BLANK);
  const field = (name: keyof typeof BLANK) => ({
    value: typed[name],
    error: atField(add.error, name),
    onChange: (event: { currentTarget: HTMLInputElement }) =>
      setTyped({ ...typed, [name]: event.currentTarget.value }),
  });
  const half = (typed.opens === "") !== (typed.closes === "");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const hours = typed.opens ? [{ opens: typed.opens, closes: typed.closes }] : [];
    const { first, reason } = typed;
    add.mutate({ first, last: typed.last || first, hours, reason }, { onSuccess: () => setTyped(BLANK) });
  };
  return (
    <form className={classes.newRow} onSubmit={submit}>
      <TextInput
        type="date"
        label={t({ message: "From", context: "first day" })}
        required
        {...field("first")}
      />
      <TextInput
        type="date"
        label={t({ message: "To", context: "last day" })}
        min={typed.first}
        {...field("last")}
      />
      <TextInput type="time" label={t`Opens`} {...field("opens")} />
      <TextInput type="time" label={t`Closes`} {...field("closes")} />
      <TextInput label={t`Reason`} placeholder={t`Holiday`} maxLength={120} {...field("reason")} />
      <Button type="submit" variant="default" loading={add.isPending} disabled={half}>
        <Trans>Add</Trans>
      </Button>
      {half && (
        <p className={classes.wrong}>
          <Trans>Fill in both times, or none for a closed day.</Trans>
        </p>
      )}
      <FormProblem problem={add.error} fields={["first", "last", "reason"]} />
    </form>
  );
}
