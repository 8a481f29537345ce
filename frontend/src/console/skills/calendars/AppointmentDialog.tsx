/** One appointment: who and what for, and what can be done with it. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Checkbox, Modal } from "@mantine/core";
import { useState } from "react";
import { Link } from "wouter";
import type { Appointment, Calendar } from "../../api/calendars";
import { atField } from "../../api/problems";
import { useMay } from "../../shell/useMay";
import { FormProblem } from "../../ui/FormProblem";
import classes from "./Calendars.module.css";
import { dayIn, momentIn } from "./days";
import { FreeTimes } from "./FreeTimes";
import { useCancel, useClose, useMove, useRestore } from "./useCalendars";
import { STATES } from "./Week";

interface AppointmentDialogProps {
  calendar: Calendar;
  appointment: Appointment;
  onClose: () => void;
}

export function AppointmentDialog({ calendar, appointment, onClose }: AppointmentDialogProps) {
  const [moving, setMoving] = useState(false);
  const mayWrite = useMay("conversations.write");
  return (
    <Modal opened onClose={onClose} title={appointment.service_name} size={520}>
      <Facts calendar={calendar} appointment={appointment} />
      {moving ? (
        <Move
          calendar={calendar}
          appointment={appointment}
          onStay={() => setMoving(false)}
          onMoved={onClose}
        />
      ) : (
        mayWrite && <Acts appointment={appointment} onMove={() => setMoving(true)} onDone={onClose} />
      )}
    </Modal>
  );
}

function stateInWords({ state, reminded, remind }: Appointment): string {
  const told = STATES[state];
  if (reminded) return t`${told}, reminded`;
  return remind ? t`${told}, will be reminded` : told;
}

function Facts({ calendar, appointment }: Omit<AppointmentDialogProps, "onClose">) {
  return (
    <dl className={classes.facts}>
      <dt>
        <Trans>When</Trans>
      </dt>
      <dd>{momentIn(appointment.starts_at, calendar.zone)}</dd>
      <dt>
        <Trans>Who</Trans>
      </dt>
      <dd>
        {appointment.name}
        {appointment.email && ` (${appointment.email})`}
      </dd>
      <dt>
        <Trans>State</Trans>
      </dt>
      <dd>{stateInWords(appointment)}</dd>
      {appointment.seat !== null && calendar.seats > 1 && (
        <>
          <dt>
            <Trans>Seat</Trans>
          </dt>
          <dd>{appointment.seat}</dd>
        </>
      )}
      {appointment.note && (
        <>
          <dt>
            <Trans>Note</Trans>
          </dt>
          <dd>{appointment.note}</dd>
        </>
      )}
      {appointment.conversation_id && (
        <>
          <dt>
            <Trans context="origin">From</Trans>
          </dt>
          <dd>
            <Link href={`/console/inbox/${appointment.conversation_id}`}>
              <Trans>the conversation</Trans>
            </Link>
          </dd>
        </>
      )}
    </dl>
  );
}

interface ActsProps {
  appointment: Appointment;
  onMove: () => void;
  onDone: () => void;
}

function Acts({ appointment, onMove, onDone }: ActsProps) {
  const [hears, setHears] = useState(true);
  const cancel = useCancel();
  const restore = useRestore();
  const close = useClose();
  const after = { onSuccess: onDone };
  const past = new Date(appointment.starts_at).getTime() <= Date.now();
  if (appointment.state === "cancelled") {
    return (
      !past && (
        <div className={classes.foot}>
          <Hears hears={hears} onChange={setHears} />
          <Button
            variant="default"
            loading={restore.isPending}
            onClick={() => restore.mutate({ appointment, hears }, after)}
          >
            <Trans>Bring it back</Trans>
          </Button>
        </div>
      )
    );
  }
  if (appointment.state !== "booked") return null;
  if (past) {
    return (
      <div className={classes.foot}>
        <Button variant="default" onClick={() => close.mutate({ appointment, state: "missed" }, after)}>
          <Trans>Did not come</Trans>
        </Button>
        <Button loading={close.isPending} onClick={() => close.mutate({ appointment, state: "done" }, after)}>
          <Trans>Came</Trans>
        </Button>
      </div>
    );
  }
  return (
    <div className={classes.foot}>
      <Hears hears={hears} onChange={setHears} />
      <Button
        variant="default"
        loading={cancel.isPending}
        onClick={() => cancel.mutate({ appointment, hears }, after)}
      >
        <Trans>Cancel the appointment</Trans>
      </Button>
      {appointment.service_id && (
        <Button onClick={onMove}>
          <Trans>Move</Trans>
        </Button>
      )}
    </div>
  );
}

/** The customer hears of a change in the conversation and by e-mail, unless the desk tells them by itself. */
function Hears({ hears, onChange }: { hears: boolean; onChange: (hears: boolean) => void }) {
  return (
    <Checkbox
      className={classes.hears}
      label={t`Tell the customer`}
      checked={hears}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}

interface MoveProps {
  calendar: Calendar;
  appointment: Appointment;
  onStay: () => void;
  onMoved: () => void;
}

function Move({ calendar, appointment, onStay, onMoved }: MoveProps) {
  const move = useMove();
  const [day, setDay] = useState(() => dayIn(appointment.starts_at, calendar.zone));
  const [time, setTime] = useState("");
  const [hears, setHears] = useState(true);
  return (
    <div className={classes.form}>
      <FreeTimes
        service={appointment.service_id ?? ""}
        zone={calendar.zone}
        day={day}
        onDay={setDay}
        time={time}
        onTime={setTime}
        problem={atField(move.error, "starts_at")}
      />
      <FormProblem problem={move.error} fields={["starts_at"]} />
      <div className={classes.foot}>
        <Hears hears={hears} onChange={setHears} />
        <Button variant="default" onClick={onStay}>
          <Trans>Back</Trans>
        </Button>
        <Button
          disabled={!time}
          loading={move.isPending}
          onClick={() => move.mutate({ appointment, hears, to: time }, { onSuccess: onMoved })}
        >
          <Trans>Move it here</Trans>
        </Button>
      </div>
    </div>
  );
}
