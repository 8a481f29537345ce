/** Every decision about this conversation, newest first, with what it was made on. */

import { UnstyledButton } from "@mantine/core";
import { clock, moment } from "../../../shared/time";
import type { Decision } from "../../../shared/wire";
import { ChevronIcon } from "../../shell/icons";
import { SignalList } from "../decision/SignalList";
import section from "./Context.module.css";
import classes from "./DecisionRecord.module.css";

function inWords(decision: Decision): string {
  switch (decision.action) {
    case "answer":
      return "Answered";
    case "unsure":
      return "Was not sure";
    case "handover":
      return decision.label ?? "Handed over";
    case "held":
      return decision.label ?? "Held for a check";
    case "off":
      return decision.label ?? "The assistant is off";
  }
}

interface DecisionRecordProps {
  decisions: Decision[];
  onJump: (seq: number) => void;
}

export function DecisionRecord({ decisions, onJump }: DecisionRecordProps) {
  const newest = [...decisions].sort((a, b) => b.created_at.localeCompare(a.created_at));
  return (
    <section className={section.section} aria-label="Decision record">
      <h3 className={section.title}>Decisions {decisions.length > 0 && <span>{decisions.length}</span>}</h3>
      {newest.length === 0 ? (
        <p className={section.quiet}>Each turn of the assistant is recorded here, with its signals.</p>
      ) : (
        <ul className={section.list}>
          {newest.map((decision) => (
            <li key={decision.id}>
              <Entry decision={decision} onJump={onJump} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Entry({ decision, onJump }: { decision: Decision; onJump: (seq: number) => void }) {
  return (
    <details className={classes.entry}>
      <summary>
        <ChevronIcon size={12} />
        <i className={classes.dot} data-action={decision.action} />
        <span className={classes.what}>{inWords(decision)}</span>
        {decision.confidence !== null && <span>{Math.round(decision.confidence * 100)}%</span>}
        <time dateTime={decision.created_at} title={moment(decision.created_at)}>
          {clock(decision.created_at)}
        </time>
      </summary>
      <div className={classes.body}>
        <p>
          {decision.rule
            ? `Rule “${decision.rule.name}”, version ${decision.rule.version}. `
            : "No rule spoke up. "}
          <UnstyledButton className={classes.jump} onClick={() => onJump(decision.asked_seq)}>
            Show the message
          </UnstyledButton>
        </p>
        <SignalList signals={decision.signals} onJump={onJump} />
      </div>
    </details>
  );
}
