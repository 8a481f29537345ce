/** Every decision about this conversation, newest first, with what it was made on. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { lazy, Suspense, useState } from "react";
import { clock, moment } from "../../../shared/time";
import type { Decision } from "../../desk/wire";
import { ChevronIcon } from "../../shell/icons";
import { percent } from "../../shell/locale";
import section from "./Context.module.css";
import classes from "./DecisionRecord.module.css";
import { Fold } from "./Fold";

const Why = lazy(() => import("../decision/Why"));

function inWords(decision: Decision): string {
  switch (decision.action) {
    case "answer":
      return t`Answered`;
    case "unsure":
      return t`Was not sure`;
    case "handover":
      return decision.label ?? t`Handed over`;
    case "held":
      return decision.label ?? t`Held for a check`;
    case "off":
      return decision.label ?? t`The assistant is off`;
  }
}

interface DecisionRecordProps {
  decisions: Decision[];
  onJump: (seq: number) => void;
  /** The thread marks the words that spoke for this one; null for those that it marks by itself. */
  onShow: (decision: Decision | null) => void;
}

export function DecisionRecord({ decisions, onJump, onShow }: DecisionRecordProps) {
  const newest = [...decisions].sort((a, b) => b.created_at.localeCompare(a.created_at));
  return (
    <section className={section.section} aria-label={t`Decision record`}>
      <Fold title={t`Decisions of the assistant`} count={newest.length}>
        {newest.length === 0 ? (
          <p className={section.quiet}>
            <Trans>Each turn of the assistant is recorded here, with its signals.</Trans>
          </p>
        ) : (
          <ul className={section.list}>
            {newest.map((decision) => (
              <li key={decision.id}>
                <Entry decision={decision} onJump={onJump} onShow={onShow} />
              </li>
            ))}
          </ul>
        )}
      </Fold>
    </section>
  );
}

function Entry({
  decision,
  onJump,
  onShow,
}: Omit<DecisionRecordProps, "decisions"> & { decision: Decision }) {
  const [open, setOpen] = useState(false);
  return (
    <details
      className={classes.entry}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
        onShow(event.currentTarget.open ? decision : null);
      }}
    >
      <summary>
        <ChevronIcon size={12} />
        <i className={classes.dot} data-action={decision.action} />
        <span className={classes.what}>{inWords(decision)}</span>
        {decision.confidence !== null && <span>{percent(decision.confidence)}</span>}
        <time dateTime={decision.created_at} title={moment(decision.created_at)}>
          {clock(decision.created_at)}
        </time>
      </summary>
      {open && (
        <div className={classes.body}>
          <Suspense fallback={null}>
            <Why decision={decision} onJump={onJump} />
          </Suspense>
        </div>
      )}
    </details>
  );
}
