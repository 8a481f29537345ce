/** What two books of rules differ in, a sentence for each rule. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { Difference } from "../../api/rules";
import classes from "./Publish.module.css";

const KINDS: Record<Difference["kind"], string> = {
  added: t({ message: "New", context: "a rule" }),
  removed: t({ message: "Removed", context: "a rule" }),
  changed: t({ message: "Changed", context: "a rule" }),
  moved: t({ message: "Moved", context: "a rule" }),
  switched_on: t({ message: "On", context: "switched" }),
  switched_off: t({ message: "Off", context: "switched" }),
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
