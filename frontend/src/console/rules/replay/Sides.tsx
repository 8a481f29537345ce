/** One conversation with both books side by side: where it goes, by which rule, on which words. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link } from "wouter";
import type { Outcome, Replayed, ReplayedDecision, ReplayedWhole, Side } from "../../api/replays";
import { inboxPath } from "../../inbox/address";
import { SignalList } from "../../inbox/decision/SignalList";
import { Bone } from "../../ui/Bone";
import { Failure } from "../../ui/Failure";
import { percent } from "../quality/words";
import classes from "./Replay.module.css";
import { useReplayedWhole } from "./useReplays";
import { highlighted } from "./words";

const lineId = (conversation: string, seq: number): string => `said-${conversation}-${seq}`;

const SPEAKERS = { customer: t`Customer`, assistant: t`Assistant`, agent: t`Agent`, system: "Baton" };

export function Sides({ replay, row }: { replay: string; row: Replayed }) {
  const { data, error, refetch } = useReplayedWhole(replay, row.id);
  if (!data) {
    return error ? (
      <Failure
        problem={error}
        what={t`The conversation could not be loaded.`}
        onRetry={() => void refetch()}
      />
    ) : (
      <div role="status" aria-busy="true" aria-label={t`Loading the conversation`} className={classes.whole}>
        <Bone width="100%" height={80} />
      </div>
    );
  }
  const jump = (seq: number) => {
    const line = document.getElementById(lineId(row.id, seq));
    line?.scrollIntoView({ block: "nearest" });
    line?.focus({ preventScroll: true });
  };
  return (
    <div className={classes.whole}>
      <div className={classes.sides}>
        <OneSide title={t`Rules in force`} side="before" whole={data} />
        <OneSide title={t`Draft`} side="after" whole={data} />
      </div>
      <Thread whole={data} />
      {data.decisions.map((decision) => (
        <Measured key={decision.seq} decision={decision} onJump={jump} />
      ))}
      <p>
        <Link href={inboxPath("all", row.id)}>
          <Trans>Open the conversation</Trans>
        </Link>
      </p>
    </div>
  );
}

function OneSide({ title, side, whole }: { title: string; side: Side; whole: ReplayedWhole }) {
  const outcome = whole[side];
  const at = whole.decisions.find(({ seq }) => seq === outcome.seq) ?? whole.decisions.at(-1);
  return (
    <section className={classes.side} data-side={side} aria-label={title}>
      <h3>{title}</h3>
      <p>
        <b>{outcome.where}</b>
      </p>
      {outcome.rule && <p>{becauseOf(outcome.rule, outcome)}</p>}
      {at?.[side]?.nearly.map(({ rule, lacks }) => (
        <p key={rule} className={classes.quiet}>
          <Nearly rule={rule} lacks={lacks.map(({ words }) => words).join("; ")} />
        </p>
      ))}
    </section>
  );
}

function Nearly({ rule, lacks }: { rule: string; lacks: string }) {
  return (
    <Trans>
      “{rule}” nearly: {lacks}
    </Trans>
  );
}

function becauseOf(rule: string, { label, seq }: Outcome): string {
  const at = String(seq);
  return label ? t`“${rule}” (${label}), at message ${at}` : t`“${rule}”, at message ${at}`;
}

/** What was said up to there, with the words marked that the signals rest on. */
function Thread({ whole }: { whole: ReplayedWhole }) {
  const meant = new Set([whole.before.trigger, whole.after.trigger]);
  const quotes = whole.decisions.flatMap(({ signals = [] }) =>
    signals
      .filter(({ name, value, threshold }) => value >= threshold || meant.has(name))
      .flatMap(({ evidence }) => evidence),
  );
  return (
    <ol className={classes.thread} aria-label={t`What was said`}>
      {whole.messages.map(({ seq, author, text }) => (
        <li key={seq} id={lineId(whole.id, seq)} tabIndex={-1} data-author={author}>
          <span className={classes.speaker}>
            {SPEAKERS[author]} · {seq}
          </span>
          <p>
            {highlighted(text, author === "customer" ? quotes.filter((quote) => quote.seq === seq) : []).map(
              ({ text: part, marked, at }) => (marked ? <mark key={at}>{part}</mark> : part),
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}

function surenessInWords(confidence: number | null, threshold: number | null): string {
  if (confidence === null) return t`How sure the assistant was, was not measured.`;
  const share = percent(confidence);
  if (!threshold) return t`The assistant was ${share} sure.`;
  const needed = percent(threshold);
  return t`The assistant was ${share} sure (it answers from ${needed}).`;
}

function Measured({ decision, onJump }: { decision: ReplayedDecision; onJump: (seq: number) => void }) {
  const { seq } = decision;
  if (!decision.readable) {
    return (
      <p className={classes.quiet}>
        <Trans>What was measured at message {seq} cannot be read.</Trans>
      </p>
    );
  }
  const { confidence, threshold } = decision;
  const sure = surenessInWords(confidence ?? null, threshold ?? null);
  return (
    <details className={classes.measured}>
      <summary>
        <Trans>Measured at message {seq}</Trans>
      </summary>
      <p className={classes.quiet}>{sure}</p>
      <SignalList signals={decision.signals ?? []} onJump={onJump} />
    </details>
  );
}
