/** Seven days, each with its appointments in order; one that is open says its hours. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { Appointment, Calendar } from "../../api/calendars";
import classes from "./Calendars.module.css";
import { byDay, dayIn, dayInWords, hoursInWords, spanIn, weekOf } from "./days";

interface WeekProps {
  calendar: Calendar;
  monday: string;
  appointments: Appointment[];
  onOpen: (id: string) => void;
}

export function Week({ calendar, monday, appointments, onOpen }: WeekProps) {
  const today = dayIn(new Date(), calendar.zone);
  return (
    <ol className={classes.week}>
      {byDay(appointments, weekOf(monday), calendar.zone).map(([day, those]) => (
        <li key={day} className={classes.day} data-today={day === today || undefined}>
          <div className={classes.dayHead}>
            <h3>{dayInWords(day)}</h3>
            <p>{hoursOn(calendar, day)}</p>
          </div>
          {those.length === 0 ? (
            <p className={classes.none}>
              <Trans>No appointments</Trans>
            </p>
          ) : (
            <ul>
              {those.map((one) => (
                <li key={one.id}>
                  <Entry appointment={one} zone={calendar.zone} onOpen={() => onOpen(one.id)} />
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}

interface EntryProps {
  appointment: Appointment;
  zone: string;
  onOpen: () => void;
}

function Entry({ appointment, zone, onOpen }: EntryProps) {
  return (
    <button type="button" className={classes.entry} data-state={appointment.state} onClick={onOpen}>
      <time dateTime={appointment.starts_at}>{spanIn(appointment.starts_at, appointment.ends_at, zone)}</time>
      <span className={classes.who}>{appointment.name}</span>
      <span className={classes.what}>{appointment.service_name}</span>
      {appointment.state !== "booked" && <span className={classes.state}>{STATES[appointment.state]}</span>}
    </button>
  );
}

export const STATES: Record<Appointment["state"], string> = {
  booked: t`Booked`,
  done: t`Came`,
  missed: t`Did not come`,
  cancelled: t({ message: "Cancelled", context: "state of an appointment" }),
};

/** The hours of a day in words: an exception goes before the week, and a short one before a long one. */
export function hoursOn(calendar: Calendar, day: string): string {
  const exceptions = calendar.exceptions
    .filter((one) => one.first <= day && day <= one.last)
    .sort((one, other) => length(one) - length(other) || other.first.localeCompare(one.first));
  const weekday = (new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7;
  const special = exceptions[0];
  const hours = special ? special.hours : calendar.hours.filter((one) => one.weekday === weekday);
  const told = hoursInWords(hours) || t`Closed`;
  return special?.reason ? `${told} (${special.reason})` : told;
}

const length = ({ first, last }: { first: string; last: string }): number =>
  Date.parse(last) - Date.parse(first);
