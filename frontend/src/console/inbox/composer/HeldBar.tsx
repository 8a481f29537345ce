/** A reply that goes in some seconds: its first words, undo, and send now. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useEffect, useState } from "react";
import classes from "./HeldBar.module.css";
import { holding, type Waiting } from "./holding";

export function HeldBar({ waiting }: { waiting: Waiting }) {
  const { conversationId, until, leaving, text, acts } = waiting;
  const left = useSecondsTo(until);
  return (
    <div className={classes.bar}>
      <p className={classes.says}>
        <span role="status">{leaving || left === 0 ? t`Sending…` : goesIn(left, acts)}</span>
        <span className={classes.words}>{text}</span>
      </p>
      {!leaving && (
        <>
          <button type="button" className={classes.act} onClick={() => void holding.undo(conversationId)}>
            <Trans>
              Undo <kbd>Ctrl Z</kbd>
            </Trans>
          </button>
          <button type="button" className={classes.act} onClick={() => void holding.sendNow(conversationId)}>
            <Trans>
              Send now <kbd>Enter</kbd>
            </Trans>
          </button>
        </>
      )}
    </div>
  );
}

function goesIn(seconds: number, acts: Waiting["acts"]): string {
  if (acts.some((act) => act.do === "resolve")) return t`Sends and resolves in ${seconds} s`;
  if (acts.some((act) => act.do === "snooze")) return t`Sends and snoozes in ${seconds} s`;
  return t`Sends in ${seconds} s`;
}

function useSecondsTo(moment: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.ceil((moment - now) / 1_000));
}
