/** What customers can come for: each is changed in place, and switched on and off. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, NumberInput, Switch, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { Calendar, Service } from "../../api/calendars";
import { atField } from "../../api/problems";
import { FormProblem } from "../../ui/FormProblem";
import { offerUndo, tellFailure } from "../../ui/notices";
import { Section } from "../../ui/Section";
import classes from "./Calendars.module.css";
import { useAddService, useChangeService, useRemoveService } from "./useCalendars";

interface ServicesProps {
  calendar: Calendar;
  mayWrite: boolean;
}

const BLANK = { name: "", also: "", minutes: 60, pause: 0 };

export function Services({ calendar, mayWrite }: ServicesProps) {
  const [editing, setEditing] = useState<string | null>(null);
  return (
    <Section title={t`Services`} says={t`What customers can come for, and how long it takes.`}>
      {calendar.services.length === 0 && (
        <p className={classes.none}>
          <Trans>None yet: customers cannot book.</Trans>
        </p>
      )}
      <ul className={classes.rows}>
        {calendar.services.map((service) => (
          <li key={service.id}>
            {editing === service.id ? (
              <Form calendar={calendar} service={service} onDone={() => setEditing(null)} />
            ) : (
              <Row
                calendar={calendar}
                service={service}
                mayWrite={mayWrite}
                onEdit={() => setEditing(service.id)}
              />
            )}
          </li>
        ))}
      </ul>
      {mayWrite && editing === null && <Form key={calendar.services.length} calendar={calendar} />}
    </Section>
  );
}

function Row({
  calendar,
  service,
  mayWrite,
  onEdit,
}: ServicesProps & { service: Service; onEdit: () => void }) {
  const change = useChangeService();
  const remove = useRemoveService();
  const add = useAddService(calendar.id);
  const { id: _, ...fields } = service;
  const { name } = service;
  const gone = () =>
    remove.mutate(service, {
      onError: tellFailure,
      onSuccess: () =>
        offerUndo({
          id: `service-${service.id}`,
          says: t`Removed: ${name}. Appointments for it stand.`,
          undo: () => add.mutate(fields, { onError: tellFailure }),
        }),
    });
  return (
    <>
      <div>
        {service.name}
        <p>{inWords(service)}</p>
      </div>
      <div className={classes.rowActs}>
        <Switch
          aria-label={t`Customers may book ${name}`}
          checked={service.on}
          disabled={!mayWrite || change.isPending}
          onChange={(event) =>
            change.mutate({ ...service, on: event.currentTarget.checked }, { onError: tellFailure })
          }
        />
        {mayWrite && (
          <>
            <Button variant="subtle" size="xs" aria-label={t`Change ${name}`} onClick={onEdit}>
              <Trans context="button">Change</Trans>
            </Button>
            <Button variant="subtle" color="gray" size="xs" aria-label={t`Remove ${name}`} onClick={gone}>
              <Trans>Remove</Trans>
            </Button>
          </>
        )}
      </div>
    </>
  );
}

function inWords({ minutes, pause_minutes: pause, also }: Service): string {
  const long = pause > 0 ? t`${minutes} min, then ${pause} min empty` : t`${minutes} min`;
  const words = also.join(", ");
  return words ? t`${long}. Also: ${words}` : long;
}

interface FormProps {
  calendar: Calendar;
  service?: Service;
  onDone?: () => void;
}

function Form({ calendar, service, onDone }: FormProps) {
  const add = useAddService(calendar.id);
  const change = useChangeService();
  const [typed, setTyped] = useState(
    service
      ? {
          name: service.name,
          also: service.also.join(", "),
          minutes: service.minutes,
          pause: service.pause_minutes,
        }
      : BLANK,
  );
  const problem = add.error ?? change.error;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const fields = {
      name: typed.name,
      also: partsOf(typed.also),
      minutes: typed.minutes,
      pause_minutes: typed.pause,
      on: service?.on ?? true,
    };
    if (service) change.mutate({ id: service.id, ...fields }, { onSuccess: () => onDone?.() });
    else add.mutate(fields, { onSuccess: () => setTyped(BLANK) });
  };
  const number = (name: "minutes" | "pause", least: number) => ({
    min: least,
    allowDecimal: false,
    value: typed[name],
    onChange: (value: number | string) => setTyped({ ...typed, [name]: Number(value) || least }),
  });
  return (
    <form className={classes.newRow} onSubmit={submit}>
      <TextInput
        label={service ? t`Name` : t`Another service`}
        required
        maxLength={120}
        value={typed.name}
        error={atField(problem, "name")}
        onChange={(event) => setTyped({ ...typed, name: event.currentTarget.value })}
      />
      <TextInput
        label={t`Other words for it`}
        placeholder={t`inspection, check-up`}
        value={typed.also}
        error={atField(problem, "also")}
        onChange={(event) => setTyped({ ...typed, also: event.currentTarget.value })}
      />
      <NumberInput
        label={t`Minutes`}
        max={1440}
        error={atField(problem, "minutes")}
        {...number("minutes", 5)}
      />
      <NumberInput
        label={t`Empty afterwards`}
        max={480}
        error={atField(problem, "pause_minutes")}
        {...number("pause", 0)}
      />
      <Button type="submit" variant="default" loading={add.isPending || change.isPending}>
        {service ? t`Save` : t`Add`}
      </Button>
      {service && (
        <Button variant="subtle" color="gray" onClick={onDone}>
          <Trans>Cancel</Trans>
        </Button>
      )}
      <FormProblem problem={problem} fields={["name", "also", "minutes", "pause_minutes"]} />
    </form>
  );
}

const partsOf = (text: string): string[] =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);
