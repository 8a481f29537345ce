/** The rules in force, a sentence each, in the order in which they are asked. */

import type { RuleInForce } from "../../api/rules";
import { Bone } from "../../ui/Bone";
import { Failure } from "../../ui/Failure";
import { useRules } from "../useRules";
import classes from "./Book.module.css";

const ROWS = ["first", "second", "third", "fourth"];

export function BookPart() {
  const { data, error, refetch } = useRules();
  if (data) {
    return (
      <ol className={classes.list} aria-label="Rules">
        {data.rules.map((rule) => (
          <RuleLine key={rule.name} rule={rule} />
        ))}
      </ol>
    );
  }
  if (error) {
    return <Failure problem={error} what="The rules could not be loaded." onRetry={() => void refetch()} />;
  }
  return (
    <div aria-busy="true" className={classes.list}>
      {ROWS.map((row) => (
        <div key={row} className={classes.rule}>
          <Bone width="80%" height={20} />
          <Bone width={180} height={16} />
        </div>
      ))}
    </div>
  );
}

function RuleLine({ rule }: { rule: RuleInForce }) {
  return (
    <li className={classes.rule}>
      <p className={classes.sentence}>
        {rule.parts.map(({ text, strong }, place) => {
          const Piece = strong ? "b" : "span";
          // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place in the sentence
          return <Piece key={place}>{text}</Piece>;
        })}
      </p>
      <p className={classes.facts}>
        {rule.name} · decided {rule.fired_30_days} times in 30 days
      </p>
    </li>
  );
}
