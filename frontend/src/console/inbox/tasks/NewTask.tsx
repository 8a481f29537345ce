/** A new task for a team or a person, due by a time that one picks. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useRef, useState } from "react";
import { listAgents, listTeams } from "../../api/conversations";
import { beginTask, handingKeys } from "../../api/handing";
import { keys } from "../../desk/keys";
import type { ConversationRow } from "../../desk/wire";
import { FormProblem } from "../../ui/FormProblem";
import { targetsOf } from "../transfer/targets";
import { dueChoices } from "./due";
import classes from "./Tasks.module.css";

export function NewTask({ row, onClose }: { row: ConversationRow; onClose: () => void }) {
  const client = useQueryClient();
  const people = useQuery({ queryKey: keys.agents, queryFn: ({ signal }) => listAgents(signal) });
  const teams = useQuery({ queryKey: keys.teams, queryFn: ({ signal }) => listTeams(signal) });
  const targets = teams.data && people.data ? targetsOf(teams.data.data, people.data.data, null) : [];
  const [title, setTitle] = useState("");
  const [details, setDetails] = useState("");
  const [target, setTarget] = useState("");
  const [due, setDue] = useState("4h");
  const clientId = useRef(crypto.randomUUID());
  const choices = dueChoices(new Date());
  const begin = useMutation({
    mutationFn: () => {
      const chosen = targets.find((one) => one.key === target);
      return beginTask(row.id, {
        client_id: clientId.current,
        title: title.trim(),
        details: details.trim(),
        team_id: chosen?.kind === "team" ? chosen.key : null,
        owner_id: chosen?.kind === "person" ? chosen.key : null,
        due_at: (choices.find((one) => one.key === due) ?? choices[0])?.at.toISOString() ?? "",
      });
    },
    onSuccess: () => {
      onClose();
      return client.invalidateQueries({ queryKey: handingKeys.of(row.id) });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() && target) begin.mutate();
  };
  return (
    <form className={classes.form} onSubmit={submit} aria-label={t`New task`}>
      <label>
        <Trans>What is to be done?</Trans>
        <input
          // biome-ignore lint/a11y/noAutofocus: the agent has just asked for this field
          autoFocus
          maxLength={160}
          value={title}
          placeholder={t`Check the frame for cracks`}
          onChange={(event) => setTitle(event.currentTarget.value)}
          onKeyDown={(event) => event.key === "Escape" && onClose()}
        />
      </label>
      <div className={classes.pair}>
        <label>
          <Trans>By whom?</Trans>
          <select value={target} onChange={(event) => setTarget(event.currentTarget.value)}>
            <option value="" disabled>
              <Trans>A team or a person</Trans>
            </option>
            {targets.map((one) => (
              <option key={one.key} value={one.key}>
                {one.kind === "team" ? t`${{ name: one.name }} (team)` : one.name}
              </option>
            ))}
          </select>
        </label>
        <label>
          <Trans>By when?</Trans>
          <select value={due} onChange={(event) => setDue(event.currentTarget.value)}>
            {choices.map((one) => (
              <option key={one.key} value={one.key}>
                {one.name}
              </option>
            ))}
          </select>
        </label>
      </div>
      <label>
        <Trans>
          More about it <span>Optional</span>
        </Trans>
        <textarea
          rows={2}
          maxLength={2000}
          value={details}
          onChange={(event) => setDetails(event.currentTarget.value)}
        />
      </label>
      <FormProblem problem={begin.error ?? people.error ?? teams.error} />
      <div className={classes.acts}>
        <Button type="submit" size="xs" loading={begin.isPending} disabled={!title.trim() || !target}>
          <Trans>Ask them</Trans>
        </Button>
        <button type="button" onClick={onClose}>
          <Trans>Cancel</Trans>
        </button>
      </div>
    </form>
  );
}
