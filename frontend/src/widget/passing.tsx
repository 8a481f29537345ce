/** What stands between messages: days, and the moments when the baton changes hands. */

import { day } from "../shared/time";
import type { ControlChange, Queue, StatusChange } from "../shared/wire";
import { CheckMark, PersonMark, SparkMark } from "./marks";
import { PassedOn } from "./passed";
import { initials } from "./rows";
import { standingWords } from "./standing";
import { say, spokenLocale } from "./words/words";

/** The day in words for who reads on the screen, and its date for who reads on paper. */
export function Day({ at }: { at: string }) {
  const date = new Intl.DateTimeFormat(spokenLocale(), { dateStyle: "long" }).format(new Date(at));
  return (
    <h2 class="day" data-date={date}>
      <span>{day(at, Date.now(), spokenLocale())}</span>
    </h2>
  );
}

interface HandoverProps {
  change: ControlChange;
  waiting: boolean;
  /** Who took it, once somebody has. */
  taker: string | null;
  queue: Queue | null;
  corrected: ReadonlyMap<number, string>;
  onCorrect: ((line: number, text: string) => void) | null;
}

/** The card of a handover: what travels along, and the honest place in the queue while one waits. */
export function Handover({ change, waiting, taker, queue, corrected, onCorrect }: HandoverProps) {
  const title = taker ? say("passedTo", { name: taker }) : say("passing");
  return (
    <section class={`handover${waiting ? " handover--waiting" : ""}`} aria-label={title}>
      <div class="relay" aria-hidden="true">
        <span class="face face--assistant">
          <SparkMark />
        </span>
        <span class="relay-track">
          <span class="relay-baton" />
        </span>
        <span class={`face ${waiting ? "face--queue" : "face--agent"}`}>
          {taker ? initials(taker) : <PersonMark />}
        </span>
      </div>
      <h2>{title}</h2>
      {change.text && !taker && (
        <p class="handover-text" dir="auto">
          {change.text}
        </p>
      )}
      {change.passed_on.length > 0 && (
        <PassedOn lines={change.passed_on} corrected={corrected} onCorrect={onCorrect} />
      )}
      {waiting && standingWords(queue, Date.now()) && (
        <p class="place">
          <span class="pulse" aria-hidden="true" />
          <strong>{standingWords(queue, Date.now())}</strong>
        </p>
      )}
    </section>
  );
}

/** Somebody took the baton, or gave it back. */
export function Control({ change }: { change: ControlChange }) {
  const person = change.holder === "agent";
  return (
    <p class={`moment moment--${change.holder}`}>
      <span class={`face face--${change.holder}`} aria-hidden="true">
        {person ? initials(change.agent?.name ?? "") : <SparkMark size={14} />}
      </span>
      <span dir="auto">{change.text}</span>
    </p>
  );
}

export function StatusLine({ change }: { change: StatusChange }) {
  return (
    <p class={`moment moment--${change.notice ? "notice" : "resolved"}`}>
      {change.status === "resolved" && !change.notice && (
        <span class="face face--resolved" aria-hidden="true">
          <CheckMark />
        </span>
      )}
      <span dir="auto">{change.text}</span>
    </p>
  );
}
