/** How many conversations go otherwise, and how; each number opens them. */

import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { UnstyledButton } from "@mantine/core";
import type { Behind, ReplayResult, Side } from "../../api/replays";
import { CHANGES, type Change } from "../../api/rules";
import { share, signed, TITLES } from "../panel/counting";
import classes from "./Replay.module.css";
import type { Open } from "./Result";
import { count } from "./words";

const ALWAYS: ReadonlySet<Change> = new Set(["newly", "no_longer"]);

interface ChangesProps {
  result: ReplayResult;
  asked: Behind | null;
  open: Open;
}

export function Changes({ result, asked, open }: ChangesProps) {
  const { changes, unchanged } = result;
  return (
    <>
      <dl className={classes.figures}>
        <Figure title={t`Rules in force`} side="before" result={result} open={open} />
        <Figure title={t`Draft`} side="after" result={result} open={open} />
      </dl>
      <ul className={classes.changes} aria-label={t`What would change`}>
        {CHANGES.filter((change) => changes[change] > 0 || ALWAYS.has(change)).map((change) => (
          <li key={change}>
            <UnstyledButton
              disabled={changes[change] === 0}
              aria-pressed={asked?.change === change}
              onClick={() => open({ change })}
              data-change={change}
            >
              <b>{count(changes[change])}</b> {TITLES[change]}
            </UnstyledButton>
          </li>
        ))}
        <li>
          <span className={classes.same}>
            <b>{count(unchanged)}</b> <Trans>As before</Trans>
          </span>
        </li>
      </ul>
    </>
  );
}

interface FigureProps {
  title: string;
  side: Side;
  result: ReplayResult;
  open: Open;
}

function Figure({ title, side, result, open }: FigureProps) {
  const { handed_over, approvals } = result[side];
  const more = handed_over - result.before.handed_over;
  const handed = count(handed_over);
  const part = share(handed_over, result.conversations);
  const all = count(result.conversations);
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        <UnstyledButton
          disabled={handed_over === 0}
          onClick={() => open({ change: "handed_over", side })}
          aria-label={t`${title}: ${handed} handed over`}
        >
          {handed}
        </UnstyledButton>
        {side === "after" && more !== 0 && <small> {signed(more)}</small>}
      </dd>
      <dd className={classes.quiet}>
        <Trans>
          {part} of {all} handed over
        </Trans>
        {approvals > 0 && (
          <>
            {" · "}
            {plural(approvals, { one: "# with an answer to check", other: "# with an answer to check" })}
          </>
        )}
      </dd>
    </div>
  );
}
