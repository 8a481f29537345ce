/** What the approval of an answer does to the business: what, how much, for whom, by which policy, and why it waits. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { DraftAct } from "../../desk/wire";
import { amountOf, kindOf } from "../context/deeds";
import classes from "./HeldAct.module.css";

export function HeldAct({ act }: { act: DraftAct }) {
  return (
    <dl className={classes.act} aria-label={t`What approving does`}>
      <div>
        <dt>{kindOf(act.kind)}</dt>
        <dd>
          {act.amount !== null && <b>{amountOf(act)}</b>} {act.subject}
        </dd>
      </div>
      {act.email && (
        <div>
          <dt>
            <Trans>For</Trans>
          </dt>
          <dd>
            <Trans>{act.email}, proven</Trans>
          </dd>
        </div>
      )}
      <div>
        <dt>
          <Trans>Why it waits</Trans>
        </dt>
        <dd>{act.waits || t`Every answer is checked here.`}</dd>
      </div>
      <div>
        <dt>
          <Trans>{act.skill.label} policy</Trans>
        </dt>
        <dd>{act.because}</dd>
      </div>
    </dl>
  );
}
