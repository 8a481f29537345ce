/** What two books of rules differ in, a sentence for each rule. */

import type { Difference } from "../../api/rules";
import classes from "./Publish.module.css";

const KINDS: Record<Difference["kind"], string> = {
  added: "New",
  removed: "Removed",
  changed: "Changed",
  moved: "Moved",
  switched_on: "On",
  switched_off: "Off",
};

export function Differences({ diff }: { diff: readonly Difference[] }) {
  if (diff.length === 0) return <p className={classes.same}>The rules are the same.</p>;
  return (
    <ul className={classes.differences} aria-label="Differences">
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
