/** What the approval of an answer does to the business: what, how much, for whom, by which policy, and why it waits. */

import type { DraftAct } from "../../desk/wire";
import { amountOf, kindOf } from "../context/deeds";
import classes from "./HeldAct.module.css";

export function HeldAct({ act }: { act: DraftAct }) {
  return (
    <dl className={classes.act} aria-label="What approving does">
      <div>
        <dt>{kindOf(act.kind)}</dt>
        <dd>
          {act.amount !== null && <b>{amountOf(act)}</b>} {act.subject}
        </dd>
      </div>
      {act.email && (
        <div>
          <dt>For</dt>
          <dd>{act.email}, proven</dd>
        </div>
      )}
      <div>
        <dt>Why it waits</dt>
        <dd>{act.waits || "Every answer is checked here."}</dd>
      </div>
      <div>
        <dt>{act.skill.label} policy</dt>
        <dd>{act.because}</dd>
      </div>
    </dl>
  );
}
