/** The baton changes hands: a thin line with the reason, and for a hand-over the decision behind it. */

import { UnstyledButton } from "@mantine/core";
import { useEffect, useId, useRef, useState } from "react";
import { clock, moment } from "../../../shared/time";
import type { ControlChange, ConversationDetail, Decision, StatusChange } from "../../../shared/wire";
import { ChevronIcon } from "../../shell/icons";
import { SignalList } from "../decision/SignalList";
import classes from "./ControlLine.module.css";
import { controlInWords } from "./timeline";

interface ControlLineProps {
  change: ControlChange;
  detail: ConversationDetail | undefined;
  meId: string;
  onJump: (seq: number) => void;
}

/** The decision that led to a hand-over: the last one to hand over on a message before this line. */
function decisionBehind(change: ControlChange, decisions: Decision[]): Decision | undefined {
  if (change.reason !== "handed_over") return undefined;
  return decisions
    .filter((decision) => decision.action === "handover" && decision.asked_seq < change.seq)
    .sort((a, b) => a.asked_seq - b.asked_seq || a.created_at.localeCompare(b.created_at))
    .at(-1);
}

function whyInWords({ rule, label, confidence }: Decision): string {
  const why = rule
    ? `Rule “${rule.name}”, version ${rule.version}.`
    : `No rule decided this: ${label ?? "a person was needed"}.`;
  if (confidence === null) return why;
  return `${why} The assistant was ${Math.round(confidence * 100)}% confident of its own answer.`;
}

export function ControlLine({ change, detail, meId, onJump }: ControlLineProps) {
  const [open, setOpen] = useState(false);
  const panel = useId();
  const shown = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (open) shown.current?.scrollIntoView({ block: "nearest" });
  }, [open]);
  const decision = decisionBehind(change, detail?.decisions ?? []);
  return (
    <div className={classes.place}>
      <div className={classes.line} data-hand={change.holder}>
        <span className={classes.words}>
          <span className={classes.dot} />
          {controlInWords(change, meId, decision?.label ?? null)}
        </span>
        <time dateTime={change.since} title={moment(change.since)}>
          {clock(change.since)}
        </time>
        {decision && (
          <UnstyledButton
            className={classes.why}
            aria-expanded={open}
            aria-controls={panel}
            onClick={() => setOpen(!open)}
          >
            Why? <ChevronIcon size={12} />
          </UnstyledButton>
        )}
      </div>
      {open && decision && (
        <div ref={shown} id={panel} className={classes.panel}>
          <p>{whyInWords(decision)}</p>
          {decision.signals.length > 0 && <SignalList signals={decision.signals} onJump={onJump} />}
        </div>
      )}
    </div>
  );
}

const STATUS_WORDS = { open: "Open again", snoozed: "Snoozed", resolved: "Resolved" };

export function StatusLine({ change }: { change: StatusChange }) {
  const words = change.notice ? `Told the customer: “${change.text}”` : STATUS_WORDS[change.status];
  return (
    <div className={classes.place}>
      <div
        className={classes.line}
        data-hand={change.status === "resolved" || change.notice ? "resolved" : "agent"}
      >
        <span className={classes.words}>
          <span className={classes.dot} />
          {words}
        </span>
        <time dateTime={change.at} title={moment(change.at)}>
          {clock(change.at)}
        </time>
      </div>
    </div>
  );
}
