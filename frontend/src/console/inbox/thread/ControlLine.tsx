/** The baton changes hands: a thin line with the reason, and for a hand-over the decision behind it. */

import { t } from "@lingui/core/macro";
import { UnstyledButton } from "@mantine/core";
import { lazy, Suspense, useCallback, useId, useRef, useState } from "react";
import { clock, moment } from "../../../shared/time";
import type { ControlChange, StatusChange } from "../../../shared/wire";
import type { ConversationDetail, Decision } from "../../desk/wire";
import { ChevronIcon } from "../../shell/icons";
import classes from "./ControlLine.module.css";
import { controlInWords } from "./timeline";

const Why = lazy(() => import("../decision/Why"));

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

/** Asked by the one who has it, or is offered it; by others it is why a person. */
function question(detail: ConversationDetail | undefined, meId: string): string {
  const mine = detail?.control.agent?.id === meId || detail?.offered_to?.id === meId;
  return mine ? t`Why is this with me?` : t`Why a person?`;
}

export function ControlLine({ change, detail, meId, onJump }: ControlLineProps) {
  const [open, setOpen] = useState(false);
  const panel = useId();
  const shown = useRef<HTMLDivElement>(null);
  const uncover = useCallback(() => {
    shown.current?.scrollIntoView({ block: "nearest" });
  }, []);
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
            {question(detail, meId)} <ChevronIcon size={12} />
          </UnstyledButton>
        )}
      </div>
      {open && decision && (
        <div ref={shown} id={panel} className={classes.panel}>
          <Suspense fallback={null}>
            <Why decision={decision} onJump={onJump} onShown={uncover} />
          </Suspense>
        </div>
      )}
    </div>
  );
}

const STATUS_WORDS = {
  open: t({ message: "Open again", context: "what happened to a conversation" }),
  snoozed: t`Snoozed`,
  resolved: t`Resolved`,
};

export function StatusLine({ change }: { change: StatusChange }) {
  const words = change.notice
    ? t`Told the customer: “${{ words: change.text }}”`
    : STATUS_WORDS[change.status];
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

/** What the company's page had said by itself; the message below answers it. */
export function GreetingLine({ says }: { says: string }) {
  return (
    <div className={classes.place}>
      <div className={classes.line} data-hand="resolved">
        <span className={classes.words} dir="auto">
          <span className={classes.dot} />
          {t`The page greeted: “${says}”`}
        </span>
      </div>
    </div>
  );
}
