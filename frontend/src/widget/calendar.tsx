/** Free times to pick from, day by day, in the company's own time zone: what the server wrote is shown as it stands. */

import { useId, useState } from "preact/hooks";
import type { Choice } from "../shared/wire";
import { say, spokenLocale } from "./words/words";

const SHAPE = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/;

export interface Day {
  /** Such as 2026-11-24. */
  date: string;
  times: { choice: Choice; clock: string }[];
}

/** The choices by day, in the order in which they came; those without a time stand apart. */
export function daysOf(choices: readonly Choice[]): { days: Day[]; others: Choice[] } {
  const days: Day[] = [];
  const others: Choice[] = [];
  for (const choice of choices) {
    const [, date, clock] = choice.detail.match(SHAPE) ?? [];
    if (date === undefined || clock === undefined) {
      others.push(choice);
      continue;
    }
    let day = days.find((one) => one.date === date);
    if (!day) {
      day = { date, times: [] };
      days.push(day);
    }
    day.times.push({ choice, clock });
  }
  return { days, others };
}

/** A day or time of the company's calendar, whose numbers must not be moved into the reader's zone. */
function written(date: string, clock: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(spokenLocale(), { ...options, timeZone: "UTC" }).format(
    new Date(`${date}T${clock}:00Z`),
  );
}

function Times({ day, onPick }: { day: Day; onPick: (says: string) => void }) {
  return (
    <ul class="times">
      {day.times.map(({ choice, clock }) => {
        const time = written(day.date, clock, { hour: "numeric", minute: "2-digit" });
        const date = written(day.date, clock, { weekday: "long", day: "numeric", month: "long" });
        // What is seen comes first in the name, so that who speaks to the computer can say it (WCAG 2.5.3).
        return (
          <li key={choice.says}>
            <button
              type="button"
              class="time-slot"
              aria-label={`${time}, ${date}`}
              onClick={() => onPick(choice.says)}
            >
              {time}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

export function Calendar({
  choices,
  onPick,
}: {
  choices: readonly Choice[];
  onPick: (says: string) => void;
}) {
  const { days, others } = daysOf(choices);
  const [at, setAt] = useState(0);
  const id = useId();
  const day = days[at] ?? days[0];

  function moved(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = Math.min(days.length - 1, Math.max(0, at + step));
    setAt(next);
    const tabs = (event.currentTarget as Element).querySelectorAll<HTMLElement>("[role=tab]");
    tabs[next]?.focus();
  }

  return (
    <section class="card calendar" aria-label={say("pickTime")}>
      {day && (
        <>
          <div class="days" role="tablist" aria-label={say("pickDay")} onKeyDown={moved}>
            {days.map((one, index) => (
              <button
                key={one.date}
                type="button"
                role="tab"
                class="day-tab"
                aria-selected={one === day}
                aria-controls={id}
                tabIndex={one === day ? 0 : -1}
                onClick={() => setAt(index)}
              >
                <small>{written(one.date, "12:00", { weekday: "short" })}</small>
                <span>{written(one.date, "12:00", { day: "numeric", month: "short" })}</span>
              </button>
            ))}
          </div>
          <div id={id} role="tabpanel">
            <Times day={day} onPick={onPick} />
          </div>
        </>
      )}
      {others.map((choice) => (
        <button key={choice.says} type="button" class="choice" onClick={() => onPick(choice.says)}>
          {choice.label}
        </button>
      ))}
    </section>
  );
}
