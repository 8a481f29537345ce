/** The week of a calendar: who comes when and for what, and ways to book, move and cancel. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, NativeSelect } from "@mantine/core";
import { useState } from "react";
import { Link, useLocation, useSearchParams } from "wouter";
import type { Appointment, Calendar } from "../../api/calendars";
import { PlusIcon } from "../../shell/icons";
import { useMay } from "../../shell/useMay";
import { Bone } from "../../ui/Bone";
import { Empty } from "../../ui/Empty";
import { Failure } from "../../ui/Failure";
import { calendarPath, NEW_CALENDAR } from "../addresses";
import { AppointmentDialog } from "./AppointmentDialog";
import { BookDialog } from "./BookDialog";
import classes from "./Calendars.module.css";
import { dayIn, mondayOf, plusDays, weekInWords } from "./days";
import { useAppointments, useCalendars } from "./useCalendars";
import { Week } from "./Week";

export function CalendarsPart() {
  const { data, error, refetch } = useCalendars();
  const [asked] = useSearchParams();
  if (data) {
    const shown = data.data.find((one) => one.id === asked.get("calendar")) ?? data.data[0];
    return shown ? <Shown key={shown.id} calendar={shown} all={data.data} /> : <Nothing />;
  }
  if (error) {
    return (
      <Failure problem={error} what={t`The calendars could not be loaded.`} onRetry={() => void refetch()} />
    );
  }
  return <Loading />;
}

function Shown({ calendar, all }: { calendar: Calendar; all: Calendar[] }) {
  const mayWrite = useMay("conversations.write");
  const thisWeek = mondayOf(dayIn(new Date(), calendar.zone));
  const [monday, setMonday] = useState(thisWeek);
  const [booking, setBooking] = useState(false);
  const { data, error, refetch } = useAppointments(calendar.id, monday);
  return (
    <>
      <div className={classes.bar}>
        <Which calendar={calendar} all={all} />
        <div className={classes.turn}>
          <Button
            variant="default"
            aria-label={t`The week before`}
            onClick={() => setMonday(plusDays(monday, -7))}
          >
            ‹
          </Button>
          <Button variant="default" disabled={monday === thisWeek} onClick={() => setMonday(thisWeek)}>
            <Trans>This week</Trans>
          </Button>
          <Button
            variant="default"
            aria-label={t`The week after`}
            onClick={() => setMonday(plusDays(monday, 7))}
          >
            ›
          </Button>
        </div>
        {mayWrite && calendar.services.some((one) => one.on) && (
          <Button leftSection={<PlusIcon size={14} />} onClick={() => setBooking(true)}>
            <Trans>Book</Trans>
          </Button>
        )}
      </div>
      <h2 className={classes.title} aria-live="polite">
        {weekInWords(monday)}
      </h2>
      {!calendar.on && (
        <p className={classes.off}>
          <Trans>Customers cannot book here: the calendar is switched off.</Trans>
        </p>
      )}
      {data ? (
        <Sheet calendar={calendar} monday={monday} appointments={data} />
      ) : error ? (
        <Failure
          problem={error}
          what={t`The appointments could not be loaded.`}
          onRetry={() => void refetch()}
        />
      ) : (
        <Loading />
      )}
      <BookDialog calendar={calendar} opened={booking} onClose={() => setBooking(false)} />
    </>
  );
}

interface SheetProps {
  calendar: Calendar;
  monday: string;
  appointments: Appointment[];
}

function Sheet({ calendar, monday, appointments }: SheetProps) {
  const [open, setOpen] = useState<string | null>(null);
  const chosen = appointments.find((one) => one.id === open);
  return (
    <>
      <Week calendar={calendar} monday={monday} appointments={appointments} onOpen={setOpen} />
      {chosen && (
        <AppointmentDialog
          key={chosen.id}
          calendar={calendar}
          appointment={chosen}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

function Which({ calendar, all }: { calendar: Calendar; all: Calendar[] }) {
  const { name } = calendar;
  const [, setAsked] = useSearchParams();
  return (
    <div className={classes.which}>
      {all.length > 1 && (
        <NativeSelect
          aria-label={t`Calendar`}
          value={calendar.id}
          data={all.map((one) => ({ value: one.id, label: one.name }))}
          onChange={(event) => setAsked({ calendar: event.currentTarget.value })}
        />
      )}
      <Link href={calendarPath(calendar.id)}>{all.length > 1 ? t`Set up` : t`Set up ${name}`}</Link>
    </div>
  );
}

function Nothing() {
  return (
    <Empty title={t`No calendars yet`}>
      <p>
        <Trans>
          A calendar has hours, services and seats. With one, the assistant books, moves and cancels
          appointments by itself: it offers what is free, and never gives a seat twice.
        </Trans>
      </p>
      <NewCalendar />
    </Empty>
  );
}

export function NewCalendar() {
  const mayWrite = useMay("skills.write");
  const [, go] = useLocation();
  if (!mayWrite) return null;
  return (
    <Button variant="default" leftSection={<PlusIcon size={14} />} onClick={() => go(NEW_CALENDAR)}>
      <Trans>Add a calendar</Trans>
    </Button>
  );
}

function Loading() {
  return (
    <div aria-busy="true" className={classes.week}>
      {["first", "second", "third"].map((day) => (
        <div key={day} className={classes.day}>
          <Bone width={140} height={18} />
          <Bone width="60%" height={36} />
        </div>
      ))}
    </div>
  );
}
