/** `t`: pass the conversation to a team or a person, with a word for them. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Modal } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useMemo, useRef, useState } from "react";
import { listAgents, listTeams, type Receiver } from "../../api/conversations";
import { fetchHandoverSettings, handingKeys } from "../../api/handing";
import { keys } from "../../desk/keys";
import type { ConversationRow } from "../../desk/wire";
import { Failure } from "../../ui/Failure";
import { TargetPicker } from "./TargetPicker";
import classes from "./Transfer.module.css";
import { matching, type Target, targetsOf } from "./targets";

interface TransferDialogProps {
  row: ConversationRow;
  opened: boolean;
  busy: boolean;
  onClose: () => void;
  /** Resolves to true when it is on its way. */
  onTransfer: (to: Receiver & { note: string }, name: string) => Promise<boolean>;
}

export function TransferDialog(props: TransferDialogProps) {
  const { opened, onClose } = props;
  return (
    <Modal opened={opened} onClose={onClose} title={t`Pass the conversation on`} size={460}>
      <TransferForm {...props} />
    </Modal>
  );
}

/** Presence and load are of this moment, so they are asked for whenever the dialog opens. */
function useTargets(row: ConversationRow) {
  const fresh = { staleTime: 0, gcTime: 0 };
  const people = useQuery({
    queryKey: keys.agents,
    queryFn: ({ signal }) => listAgents(signal),
    ...fresh,
  });
  const teams = useQuery({ queryKey: keys.teams, queryFn: ({ signal }) => listTeams(signal), ...fresh });
  const holder = row.control.agent?.id ?? null;
  const targets = useMemo(
    () => (people.data && teams.data ? targetsOf(teams.data.data, people.data.data, holder) : null),
    [people.data, teams.data, holder],
  );
  const retry = () => void Promise.all([people.refetch(), teams.refetch()]);
  return { targets, problem: people.error ?? teams.error, retry };
}

function TransferForm({ row, busy, onClose, onTransfer }: TransferDialogProps) {
  const { targets, problem, retry } = useTargets(row);
  const [typed, setTyped] = useState("");
  const [choice, setChoice] = useState<Target | null>(null);
  const [note, setNote] = useState("");
  const words = useRef<HTMLTextAreaElement>(null);
  const settings = useQuery({
    queryKey: handingKeys.settings,
    queryFn: ({ signal }) => fetchHandoverSettings(signal),
  });
  const needed = settings.data?.transfer_needs_note ?? false;
  const found = matching(targets ?? [], typed);
  const chosen = found.find((target) => target.key === choice?.key) ?? (typed ? (found[0] ?? null) : null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (needed && !note.trim()) return;
    if (chosen && (await onTransfer({ ...chosen.receiver, note: note.trim() }, chosen.name))) onClose();
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <p className={classes.means}>
        <Trans>
          It waits in their queue until somebody accepts it. {row.customer.name} is told, and need not repeat
          anything.
        </Trans>
      </p>
      {problem ? (
        <Failure problem={problem} what={t`Teams and people could not be loaded.`} onRetry={retry} />
      ) : (
        <TargetPicker
          typed={typed}
          onType={setTyped}
          found={targets && found}
          chosen={chosen}
          onChoose={setChoice}
          onChosen={() => {
            setChoice(chosen);
            words.current?.focus();
          }}
        />
      )}
      <label htmlFor="transfer-note">
        {needed ? (
          <Trans>
            Note <span>Needed. Whoever gets it reads it first; the customer never does.</span>
          </Trans>
        ) : (
          <Trans>
            Note <span>Optional. Whoever gets it reads it first; the customer never does.</span>
          </Trans>
        )}
      </label>
      <textarea
        id="transfer-note"
        ref={words}
        rows={2}
        value={note}
        placeholder={t`The invoice of May was charged twice.`}
        onChange={(event) => setNote(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void submit(event);
        }}
      />
      <div className={classes.foot}>
        <span className={classes.hint}>
          <Trans>
            <kbd>Ctrl Enter</kbd> passes it on
          </Trans>
        </span>
        <Button variant="default" onClick={onClose}>
          <Trans context="the conversation stays with me">Keep it</Trans>
        </Button>
        <Button
          type="submit"
          disabled={!chosen || (needed && !note.trim())}
          loading={busy}
          className={classes.pass}
        >
          {chosen ? t`Pass to ${{ name: chosen.name }}` : t`Pass on`}
        </Button>
      </div>
    </form>
  );
}
