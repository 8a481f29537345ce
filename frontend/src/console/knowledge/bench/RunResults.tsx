/** What a run found out against the one before: what got worse first, each with what came before and now. */

import { t } from "@lingui/core/macro";
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
      <p className={classes.small}>{foundInWords(run)}</p>
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

function foundInWords({ counts }: WholeRun): string {
  const { same, new: first } = counts;
  const told = [
    diffInWords(counts),
    same > 0 && t`${same} as before`,
    first > 0 && t`${first} asked for the first time`,
  ];
  return `${told.filter(Boolean).join("; ")}.`;
}

function comparedInWords({ case: asked, before, now }: ComparedResult): string {
  const wanted = expectedInWords(asked);
  const came = cameInWords(now);
  if (!before) return t`Should come: ${wanted} · now: ${came}`;
  const last = cameInWords(before);
  return t`Should come: ${wanted} · before: ${last} · now: ${came}`;
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
            <p className={classes.small}>{comparedInWords(result)}</p>
            {result.now.text && result.verdict !== "better" && (
              <blockquote className={classes.said}>{result.now.text}</blockquote>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
