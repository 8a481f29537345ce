/** What was decided for the customer and promised to them; what only sounds like it waits for a yes or a no. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { moment } from "../../../shared/time";
import {
  type Commitments,
  closePromise,
  decide,
  dismissPromise,
  handingKeys,
  keepPromise,
  type Perhaps,
  type Promised,
  withdraw,
} from "../../api/handing";
import type { ConversationDetail } from "../../desk/wire";
import { useMay } from "../../shell/useMay";
import { offerUndo, tellFailure } from "../../ui/notices";
import { dueWords } from "../tasks/due";
import { useNow } from "../useNow";
import classes from "./Commitments.module.css";
import section from "./Context.module.css";
import { useCommitments } from "./useCommitments";

interface CommitmentsPartProps {
  detail: ConversationDetail;
  onJump: (seq: number) => void;
}

/** A change, after which all of it is asked for again. */
function useChange(id: string) {
  const client = useQueryClient();
  const again = () => client.invalidateQueries({ queryKey: handingKeys.commitments(id) });
  const change = useMutation({
    mutationFn: (ask: () => Promise<unknown>) => ask(),
    onSuccess: again,
    onError: (problem) => {
      tellFailure(problem);
      return again();
    },
  });
  return (ask: () => Promise<unknown>) => change.mutate(ask);
}

function isEmpty(found: Commitments): boolean {
  const { facts, promises, perhaps_promised } = found;
  return facts.length + promises.length + perhaps_promised.length === 0;
}

export default function CommitmentsPart({ detail, onJump }: CommitmentsPartProps) {
  // What the desk says may add to it, so it is asked for again with the log.
  const { data } = useCommitments(detail.id);
  const mayWrite = useMay("conversations.write");
  if (!data || isEmpty(data)) return null;
  const shown = { id: detail.id, found: data, mayWrite, onJump };
  return (
    <section className={section.section} aria-label={t`Decided and promised`}>
      <h2 className={section.title}>
        <Trans>Decided and promised</Trans>
      </h2>
      <Decided {...shown} />
      <Promises {...shown} />
    </section>
  );
}

interface ShownProps {
  id: string;
  found: Commitments;
  mayWrite: boolean;
  onJump: (seq: number) => void;
}

function Words({ text, seq, onJump }: { text: string; seq: number | null; onJump: (seq: number) => void }) {
  if (!seq) return <span>{text}</span>;
  return (
    <button
      type="button"
      className={classes.words}
      title={t`Show where it was said`}
      onClick={() => onJump(seq)}
    >
      {text}
    </button>
  );
}

function Decided({ id, found, mayWrite, onJump }: ShownProps) {
  const change = useChange(id);
  if (found.facts.length === 0) return null;
  const take = (fact: Commitments["facts"][number]) => {
    change(() => withdraw(fact.id));
    offerUndo({
      id: `fact-${fact.id}`,
      says: t`The assistant does not say this any more`,
      undo: () => change(() => decide(id, fact.text, fact.seq ?? 0)),
    });
  };
  return (
    <ul className={classes.list} aria-label={t`Decided`}>
      {found.facts.map((fact) => (
        <li key={fact.id} data-kind="fact">
          <Words text={fact.text} seq={fact.seq} onJump={onJump} />
          <small title={moment(fact.decided_at)}>
            <Trans>Decided by {fact.decided_by.name}</Trans>
            {mayWrite && (
              <button type="button" onClick={() => take(fact)}>
                <Trans>Withdraw</Trans>
              </button>
            )}
          </small>
        </li>
      ))}
    </ul>
  );
}

const OVER: Record<Promised["state"], string> = {
  open: "",
  kept: t`Kept`,
  released: t`Not needed any more`,
  none: "",
};

function Promises({ id, found, mayWrite, onJump }: ShownProps) {
  const now = useNow();
  const change = useChange(id);
  const close = (one: Promised, state: Promised["state"]) => change(() => closePromise(one.id, state));
  return (
    <ul className={classes.list} aria-label={t`Promised`}>
      {found.promises.map((one) => {
        const due = one.due_at ? dueWords(one.due_at, now) : null;
        return (
          <li key={one.id} data-kind="promise" data-over={one.state !== "open" || undefined}>
            <Words text={one.text} seq={one.seq} onJump={onJump} />
            <small>
              <Trans>Promised by {one.by}</Trans>
              {one.state === "open" ? (
                due && <b data-tone={due.tone}>{due.text}</b>
              ) : (
                <b>{OVER[one.state]}</b>
              )}
              {mayWrite && one.state === "open" && (
                <>
                  <button type="button" onClick={() => close(one, "kept")}>
                    <Trans>Kept</Trans>
                  </button>
                  <button type="button" onClick={() => close(one, "released")}>
                    <Trans>Not needed</Trans>
                  </button>
                </>
              )}
              {mayWrite && one.state !== "open" && (
                <button type="button" onClick={() => close(one, "open")}>
                  <Trans>Open again</Trans>
                </button>
              )}
            </small>
          </li>
        );
      })}
      {mayWrite &&
        found.perhaps_promised.map((one) => (
          <Maybe key={`${one.seq} ${one.text}`} id={id} one={one} onJump={onJump} />
        ))}
    </ul>
  );
}

function wroteInWords({ by: who, due_at }: Perhaps): string {
  const when = due_at && moment(due_at);
  return when ? t`${who} wrote this, for ${when}. A promise?` : t`${who} wrote this. A promise?`;
}

function Maybe({ id, one, onJump }: { id: string; one: Perhaps; onJump: (seq: number) => void }) {
  const change = useChange(id);
  return (
    <li data-kind="perhaps">
      <Words text={one.text} seq={one.seq} onJump={onJump} />
      <small>
        {wroteInWords(one)}
        <button type="button" onClick={() => change(() => keepPromise(id, one))}>
          <Trans>Yes, remind me</Trans>
        </button>
        <button type="button" onClick={() => change(() => dismissPromise(id, one))}>
          <Trans>No</Trans>
        </button>
      </small>
    </li>
  );
}
