/** Books a time for a customer who called or came by. */

import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Checkbox, Modal, NativeSelect, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { Calendar } from "../../api/calendars";
import { atField } from "../../api/problems";
import { FormProblem } from "../../ui/FormProblem";
import classes from "./Calendars.module.css";
import { dayIn, plusDays } from "./days";
import { FreeTimes } from "./FreeTimes";
import { useBook } from "./useCalendars";

interface BookDialogProps {
  calendar: Calendar;
  opened: boolean;
  onClose: () => void;
}

const FIELDS = ["service_id", "starts_at", "name", "email", "note"];

export function BookDialog(props: BookDialogProps) {
  const { name } = props.calendar;
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={t`Book in ${name}`} size={520}>
      <BookForm {...props} />
    </Modal>
  );
}

function BookForm({ calendar, onClose }: BookDialogProps) {
  const offered = calendar.services.filter((one) => one.on);
  const save = useBook();
  const [service, setService] = useState(offered[0]?.id ?? "");
  const [day, setDay] = useState(() => plusDays(dayIn(new Date(), calendar.zone), 1));
  const [starts_at, setTime] = useState("");
  const [who, setWho] = useState({ name: "", email: "", note: "" });
  const [remind, setRemind] = useState(false);
  const [tell, setTell] = useState(true);
  const put = (field: keyof typeof who) => (event: { currentTarget: HTMLInputElement }) =>
    setWho({ ...who, [field]: event.currentTarget.value });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ service_id: service, starts_at, remind, tell, ...who }, { onSuccess: onClose });
  };
  const wrong = (field: string) => atField(save.error, field);
  return (
    <form className={classes.form} onSubmit={submit}>
      <NativeSelect
        label={t`Service`}
        data-autofocus
        value={service}
        data={offered.map(({ id, name, minutes }) => ({ value: id, label: t`${name} (${minutes} min)` }))}
        error={wrong("service_id")}
        onChange={(event) => {
          setService(event.currentTarget.value);
          setTime("");
        }}
      />
      <FreeTimes
        service={service}
        zone={calendar.zone}
        day={day}
        onDay={setDay}
        time={starts_at}
        onTime={setTime}
        problem={wrong("starts_at")}
      />
      <TextInput
        label={t`Name`}
        required
        maxLength={120}
        value={who.name}
        error={wrong("name")}
        onChange={put("name")}
      />
      <TextInput
        label={t`E-mail`}
        type="email"
        required
        value={who.email}
        error={wrong("email")}
        onChange={put("email")}
      />
      <TextInput
        label={t`Note`}
        maxLength={500}
        value={who.note}
        error={wrong("note")}
        onChange={put("note")}
      />
      {calendar.remind_hours > 0 && (
        <Checkbox
          label={plural(calendar.remind_hours, {
            one: "They agreed to a reminder by e-mail, # hour before",
            other: "They agreed to a reminder by e-mail, # hours before",
          })}
          checked={remind}
          onChange={(event) => setRemind(event.currentTarget.checked)}
        />
      )}
      <Checkbox
        label={t`Confirm it by e-mail`}
        checked={tell}
        onChange={(event) => setTell(event.currentTarget.checked)}
      />
      <FormProblem problem={save.error} fields={FIELDS} />
      <div className={classes.foot}>
        <Button variant="default" onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button type="submit" loading={save.isPending} disabled={!starts_at}>
          <Trans>Book</Trans>
        </Button>
      </div>
    </form>
  );
}
