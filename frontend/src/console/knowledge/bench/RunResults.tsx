/** What a run found out against the one before: what got worse first, each with what came before and now. */

import { Trans } from "@lingui/react/macro";
import type { ComparedResult, Verdict, WholeRun } from "../../api/learning";
import classes from "./Bench.module.css";
import { cameInWords, diffInWords, expectedInWords, VERDICTS } from "./words";

const TOLD: Verdict[] = ["worse", "better", "changed"];

export function RunResults({ run }: { run: WholeRun }) {
  const told = run.results.filter(({ verdict }) => TOLD.includes(verdict));
  const failing = run.results.filter(({ verdict, now }) => !TOLD.includes(verdict) && !now.passed);
  if (run.problem) return <p className={classes.results}>{run.problem}</p>;
  return (
    <div className={classes.results}>
      <p className={classes.small}>
        {diffInWords(run.counts)}
        {run.counts.same > 0 && `; ${run.counts.same} as before`}
        {run.counts.new > 0 && `; ${run.counts.new} asked for the first time`}.
      </p>
      <Results results={told} />
      {failing.length > 0 && (
        <>
          <h3>
            <Trans>Failing as before, or for the first time</Trans>
          </h3>
          <Results results={failing} />
        </>
      )}
    </div>
  );
}

function Results({ results }: { results: ComparedResult[] }) {
  if (results.length === 0) return null;
  return (
    <ul className={classes.list}>
      {results.map((result) => (
        <li key={result.case.id} className={classes.result}>
          <span className={classes.verdict} data-verdict={result.verdict}>
            {VERDICTS[result.verdict]}
          </span>
          <div>
            <p className={classes.question}>{result.case.question}</p>
            <p className={classes.small}>
              Should come: {expectedInWords(result.case)}
              {result.before && (
                <>
                  {" "}
                  <Trans>· before: {cameInWords(result.before)}</Trans>
                </>
              )}{" "}
              · now: {cameInWords(result.now)}
            </p>
            {result.now.text && result.verdict !== "better" && (
              <blockquote className={classes.said}>{result.now.text}</blockquote>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
