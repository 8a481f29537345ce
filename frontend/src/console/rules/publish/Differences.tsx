/** What two books of rules differ in, a sentence for each rule. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { Difference } from "../../api/rules";
import classes from "./Publish.module.css";

const KINDS: Record<Difference["kind"], string> = {
  added: t`New`,
  removed: t`Removed`,
  changed: t`Changed`,
  moved: t`Moved`,
  switched_on: t`On`,
  switched_off: t`Off`,
};

export function Differences({ diff }: { diff: readonly Difference[] }) {
  if (diff.length === 0)
    return (
      <p className={classes.same}>
        <Trans>The rules are the same.</Trans>
      </p>
    );
  return (
    <ul className={classes.differences} aria-label={t`Differences`}>
      {diff.map(({ kind, rule, words }) => (
        <li key={`${kind} ${rule} ${words}`} data-kind={kind}>
          <span className={classes.kind}>{KINDS[kind]}</span>
          <div>
            <strong>{rule}</strong>
            <p>{words}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
