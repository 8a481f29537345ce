/** How the customer hears of the end of the work: by a text that is written now, or by who holds the conversation. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { handingKeys, type Tasks, type Teamwork, tellBy } from "../../api/handing";
import type { ConversationRow } from "../../desk/wire";
import { FormProblem } from "../../ui/FormProblem";
import classes from "./Tasks.module.css";

interface TellCustomerProps {
  row: ConversationRow;
  tasks: Tasks;
  mayWrite: boolean;
}

export function TellCustomer({ row, tasks, mayWrite }: TellCustomerProps) {
  const teamwork = tasks.teamwork;
  const [writing, setWriting] = useState(false);
  if (!teamwork) return null;
  if (teamwork.ended_at) {
    return (
      <p className={classes.told} role="status" data-open={!teamwork.told || undefined}>
        {teamwork.told
          ? t`All are done, and the customer was told.`
          : t`All are done. Tell ${row.customer.name} what came of it.`}
      </p>
    );
  }
  if (writing) return <TextForm row={row} teamwork={teamwork} onClose={() => setWriting(false)} />;
  return (
    <p className={classes.told}>
      {teamwork.telling === "text"
        ? t`Once all are done, ${{ name: row.customer.name }} reads: “${{ words: teamwork.text }}”`
        : t`Once all are done, whoever holds the conversation tells the customer.`}{" "}
      {mayWrite && (
        <button type="button" onClick={() => setWriting(true)}>
          <Trans>Change</Trans>
        </button>
      )}
    </p>
  );
}

function TextForm({
  row,
  teamwork,
  onClose,
}: {
  row: ConversationRow;
  teamwork: Teamwork;
  onClose: () => void;
}) {
  const client = useQueryClient();
  const [text, setText] = useState(teamwork.text);
  const keep = useMutation({
    mutationFn: (telling: Teamwork["telling"]) => tellBy(row.id, telling, text.trim()),
    onSuccess: () => {
      onClose();
      return client.invalidateQueries({ queryKey: handingKeys.tasks(row.id) });
    },
  });
  return (
    <form
      className={classes.ending}
      onSubmit={(event) => {
        event.preventDefault();
        keep.mutate(text.trim() ? "text" : "holder");
      }}
    >
      <label>
        <Trans>What {row.customer.name} reads once all are done</Trans>
        <textarea
          // biome-ignore lint/a11y/noAutofocus: the agent has just asked for this field
          autoFocus
          rows={3}
          maxLength={2000}
          value={text}
          placeholder={t`Everything is settled: the frame is replaced and your invoice corrected.`}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => event.key === "Escape" && onClose()}
        />
      </label>
      <FormProblem problem={keep.error} />
      <div className={classes.acts}>
        <Button type="submit" size="xs" loading={keep.isPending} disabled={!text.trim()}>
          <Trans>Send it then</Trans>
        </Button>
        <button type="button" onClick={() => keep.mutate("holder")}>
          <Trans>We tell them ourselves</Trans>
        </button>
      </div>
    </form>
  );
}
