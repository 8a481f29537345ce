/** The clock that is due next, in a row of the list or beside a thread's name; nothing where no policy sets any. */

import type { Sla } from "../../desk/wire";
import { useNow } from "../useNow";
import classes from "./SlaClock.module.css";
import { clockWords } from "./words";

interface SlaClockProps {
  sla: Sla | null;
  /** Where the caller has the present already. */
  now?: number;
}

function Clock({ sla, now }: { sla: Sla; now: number }) {
  const { tone, short, words } = clockWords(sla, now);
  return (
    <span className={classes.clock} data-tone={tone} title={words}>
      <svg width="11" height="11" viewBox="0 0 12 12" aria-hidden="true">
        {tone === "paused" ? (
          <path d="M4 3v6M8 3v6" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" fill="none" />
        ) : (
          <path
            d="M6 1.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM6 3.6V6l1.6 1.2"
            stroke="currentColor"
            strokeWidth="1.2"
            strokeLinecap="round"
            fill="none"
          />
        )}
      </svg>
      <span aria-hidden="true">{short}</span>
      <span className="sr">{words}</span>
    </span>
  );
}

function Ticking({ sla }: { sla: Sla }) {
  return <Clock sla={sla} now={useNow()} />;
}

export function SlaClock({ sla, now }: SlaClockProps) {
  if (!sla) return null;
  return now === undefined ? <Ticking sla={sla} /> : <Clock sla={sla} now={now} />;
}
