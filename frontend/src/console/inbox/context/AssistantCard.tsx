/** Without a handover: the assistant has it, and how sure it was last time. */

import type { ConversationDetail } from "../../desk/wire";
import { SignalList } from "../decision/SignalList";
import { type Hand, handOf } from "../holder";
import classes from "./HandoverCardView.module.css";

const KICKER: Record<Hand, string> = {
  assistant: "With the assistant",
  queue: "Waiting",
  agent: "With a person",
  resolved: "Resolved",
};

const STANDS: Record<Hand, string> = {
  assistant: "Nothing needs a person here",
  queue: "The card is being written",
  agent: "A person took this up without a handover",
  resolved: "Resolved without a handover",
};

interface AssistantCardProps {
  detail: ConversationDetail;
  onJump: (seq: number) => void;
}

export function AssistantCard({ detail, onJump }: AssistantCardProps) {
  const last = detail.decisions.at(-1);
  const hand = handOf(detail);
  const held = detail.draft_due_at != null;
  return (
    <section className={classes.card} aria-label="Where it stands">
      <p className={classes.kicker}>
        <span>{KICKER[hand]}</span>
      </p>
      <p className={classes.wants}>{held ? "An answer waits for somebody to check it" : STANDS[hand]}</p>
      <div className={classes.part}>
        <p>
          {last?.confidence != null
            ? `The ${held ? "answer that waits was made" : "last answer was given"} with ${Math.round(last.confidence * 100)}% confidence.`
            : "The assistant has not answered yet."}
          {hand === "assistant" && " You may take over at any time; it then falls silent at once."}
        </p>
      </div>
      {last && last.signals.length > 0 && (
        <div className={classes.part}>
          <h3>What the assistant watches</h3>
          <SignalList signals={last.signals} onJump={onJump} />
        </div>
      )}
    </section>
  );
}
