/** Days off: a list in the order of the year, and a line to add one. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { ActionIcon, Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { Holiday } from "../../api/hours";
import { CloseIcon } from "../../shell/icons";
import classes from "./Hours.module.css";
import { added, dateInWords } from "./holidayList";

interface HolidaysProps {
  holidays: Holiday[];
  /** What the list says while it is empty. */
  empty: string;
  onChange: (holidays: Holiday[], says: string) => void;
}

export function Holidays({ holidays, empty, onChange }: HolidaysProps) {
  return (
    <div className={classes.holidays}>
      {holidays.length === 0 ? (
        <p className={classes.closed}>{empty}</p>
      ) : (
        <ul>
          {holidays.map(({ day, name }) => (
            <li key={day}>
              <time dateTime={day}>{dateInWords(day)}</time>
              <span>{name}</span>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={removal(name, dateInWords(day))}
                onClick={() =>
                  onChange(
                    holidays.filter((other) => other.day !== day),
                    t`${name} removed`,
                  )
                }
              >
                <CloseIcon size={14} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      <NewHoliday
        taken={holidays}
        onAdd={(day) => {
          const { name } = day;
          onChange(added(holidays, day), t`${name} added`);
        }}
      />
    </div>
  );
}

function NewHoliday({ taken, onAdd }: { taken: Holiday[]; onAdd: (day: Holiday) => void }) {
  const [day, setDay] = useState("");
  const [name, setName] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const twin = taken.find((other) => other.day === day);
    if (!day) return setProblem(t`Choose a day.`);
    const before = twin?.name ?? "";
    if (twin) return setProblem(t`That day is in the list already: ${before}.`);
    onAdd({ day, name: name.trim() || t`Day off` });
    setDay("");
    setName("");
    setProblem(null);
  };
  return (
    <form className={classes.newHoliday} onSubmit={submit} noValidate>
      <TextInput
        type="date"
        label={t`Day`}
        value={day}
        error={problem}
        onChange={(event) => {
          setDay(event.currentTarget.value);
          setProblem(null);
        }}
      />
      <TextInput
        label={t`Name`}
        placeholder={t`New Year’s Day`}
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" variant="default">
        <Trans>Add</Trans>
      </Button>
    </form>
  );
}

const removal = (name: string, date: string): string => t`Remove ${name}, ${date}`;
