/** Without a handover: the assistant has it, and how sure it was last time. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { ConversationDetail, Decision } from "../../desk/wire";
import { percent } from "../../shell/locale";
import { SignalList } from "../decision/SignalList";
import { type Hand, handOf } from "../holder";
import classes from "./HandoverCardView.module.css";

const KICKER: Record<Hand, string> = {
  assistant: t`With the assistant`,
  queue: t`Waiting`,
  agent: t`With a person`,
  resolved: t`Resolved`,
};

const STANDS: Record<Hand, string> = {
  assistant: t`Nothing needs a person here`,
  queue: t`The card is being written`,
  agent: t`A person took this up without a handover`,
  resolved: t`Resolved without a handover`,
};

const sureInWords = (sure: string, held: boolean): string =>
  held
    ? t`The answer that waits was made with ${sure} confidence.`
    : t`The last answer was given with ${sure} confidence.`;

/** Where it stands; with the assistant, that depends on what it noticed in the last words. */
function standing(hand: Hand, last: Decision | undefined, held: boolean): string {
  if (held) return t`An answer waits for somebody to check it`;
  const noticed = last?.signals.some(({ value, threshold }) => value >= threshold);
  if (hand === "assistant" && noticed) return t`The assistant has it, but see what it noticed`;
  return STANDS[hand];
}

interface AssistantCardProps {
  detail: ConversationDetail;
  onJump: (seq: number) => void;
}

export function AssistantCard({ detail, onJump }: AssistantCardProps) {
  const last = detail.decisions.at(-1);
  const hand = handOf(detail);
  const held = detail.draft_due_at != null;
  return (
    <section className={classes.card} aria-label={t`Where it stands`}>
      <p className={classes.kicker}>
        <span>{KICKER[hand]}</span>
      </p>
      <p className={classes.wants}>{standing(hand, last, held)}</p>
      <div className={classes.part}>
        <p>
          {last?.confidence != null
            ? sureInWords(percent(last.confidence), held)
            : t`The assistant has not answered yet.`}{" "}
          {hand === "assistant" && (
            <Trans>You may take over at any time; it then falls silent at once.</Trans>
          )}
        </p>
      </div>
      {last && last.signals.length > 0 && (
        <div className={classes.part}>
          <h3>
            <Trans>What the assistant watches</Trans>
          </h3>
          <SignalList signals={last.signals} onJump={onJump} />
        </div>
      )}
    </section>
  );
}
