/** What other departments do on this thread at the same time, each with an owner and a clock. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import {
  type DeskTask,
  dropTask,
  fetchTasks,
  finishTask,
  handingKeys,
  reopenTask,
  type Tasks,
  takeTask,
} from "../../api/handing";
import { useCell } from "../../desk/cell";
import { useMe } from "../../desk/DeskContext";
import type { ConversationRow } from "../../desk/wire";
import { useMay } from "../../shell/useMay";
import { Failure } from "../../ui/Failure";
import { offerUndo, tellFailure } from "../../ui/notices";
import section from "../context/Context.module.css";
import { useNow } from "../useNow";
import { adding } from "./adding";
import { dueWords } from "./due";
import { NewTask } from "./NewTask";
import classes from "./Tasks.module.css";
import { TellCustomer } from "./TellCustomer";

export function useTasks(id: string) {
  return useQuery({ queryKey: handingKeys.tasks(id), queryFn: ({ signal }) => fetchTasks(id, signal) });
}

export default function TasksPart({ row }: { row: ConversationRow }) {
  const { data, error, refetch } = useTasks(row.id);
  const mayWrite = useMay("conversations.write");
  const adds = useCell(adding) === row.id;
  const open = data?.data.filter((task) => task.state === "open") ?? [];
  const over = data?.data.filter((task) => task.state !== "open") ?? [];
  const writes = mayWrite && row.status !== "resolved";
  if (error && !data) {
    return (
      <section className={section.section} aria-label={t`Tasks`}>
        <Failure problem={error} what={t`The tasks could not be loaded.`} onRetry={() => void refetch()} />
      </section>
    );
  }
  if (!data || (data.data.length === 0 && !writes)) return null;
  return (
    <section className={section.section} aria-label={t`Tasks`}>
      {(data.data.length > 0 || adds) && (
        <h2 className={section.title}>
          <Trans>Tasks</Trans>
          {open.length > 0 && (
            <span>
              <Trans>{{ count: open.length }} open</Trans>
            </span>
          )}
        </h2>
      )}
      {data.data.length > 0 && (
        <ul className={classes.list}>
          {[...open, ...over].map((task) => (
            <Task key={task.id} row={row} task={task} mayWrite={writes} />
          ))}
        </ul>
      )}
      {data.teamwork && (open.length > 0 || data.teamwork.ended_at) && (
        <TellCustomer row={row} tasks={data as Tasks} mayWrite={writes} />
      )}
      {writes &&
        (adds ? (
          <NewTask row={row} onClose={() => adding.set(null)} />
        ) : (
          <Button
            variant="default"
            size="xs"
            className={data.data.length > 0 ? classes.add : undefined}
            aria-keyshortcuts="d"
            onClick={() => adding.set(row.id)}
          >
            {data.data.length > 0 ? t`Add a task` : t`Ask another department`}
          </Button>
        ))}
    </section>
  );
}

function Task({ row, task, mayWrite }: { row: ConversationRow; task: DeskTask; mayWrite: boolean }) {
  const me = useMe();
  const now = useNow();
  const client = useQueryClient();
  const [ending, setEnding] = useState(false);
  const [result, setResult] = useState("");
  const again = () => client.invalidateQueries({ queryKey: handingKeys.of(row.id) });
  const change = useMutation({
    mutationFn: (ask: () => Promise<unknown>) => ask(),
    onSuccess: again,
    onError: (problem) => {
      tellFailure(problem);
      return again();
    },
  });
  const due = dueWords(task.due_at, now);
  const who = [task.team?.name, task.owner?.name].filter(Boolean).join(" · ") || t`Nobody`;
  const drop = () =>
    change.mutate(() => dropTask(task.id), {
      onSuccess: () =>
        offerUndo({
          id: `task-${task.id}`,
          says: t`“${task.title}” was dropped`,
          undo: () => change.mutate(() => reopenTask(task.id)),
        }),
    });
  const finish = () => change.mutate(() => finishTask(task.id, result.trim()));
  return (
    <li className={classes.task} data-state={task.state}>
      <p className={classes.head}>
        <strong>{task.title}</strong>
        {task.state === "open" ? (
          <time dateTime={task.due_at} data-tone={due.tone}>
            {due.text}
          </time>
        ) : (
          <span>
            {task.state === "done" ? t`done by ${{ who: task.closed_by?.name ?? t`somebody` }}` : t`dropped`}
          </span>
        )}
      </p>
      <p className={classes.who}>{who}</p>
      {task.details && task.state === "open" && <p className={classes.details}>{task.details}</p>}
      {task.result && <p className={classes.result}>{task.result}</p>}
      {mayWrite && task.state === "open" && !ending && (
        <div className={classes.acts}>
          {task.owner?.id !== me.id && (
            <button type="button" onClick={() => change.mutate(() => takeTask(task.id))}>
              <Trans>Take it</Trans>
            </button>
          )}
          <button type="button" onClick={() => setEnding(true)}>
            <Trans>Done…</Trans>
          </button>
          <button type="button" onClick={drop}>
            <Trans>Drop</Trans>
          </button>
        </div>
      )}
      {mayWrite && task.state !== "open" && (
        <div className={classes.acts}>
          <button type="button" onClick={() => change.mutate(() => reopenTask(task.id))}>
            <Trans>Open again</Trans>
          </button>
        </div>
      )}
      {ending && task.state === "open" && (
        <form
          className={classes.ending}
          onSubmit={(event) => {
            event.preventDefault();
            finish();
          }}
        >
          <label>
            <Trans>What came of it?</Trans>
            <textarea
              // biome-ignore lint/a11y/noAutofocus: the agent has just asked for this field
              autoFocus
              rows={2}
              maxLength={2000}
              value={result}
              placeholder={t`The frame is cracked. We replace it.`}
              onChange={(event) => setResult(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key === "Escape") setEnding(false);
                if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) finish();
              }}
            />
          </label>
          <div className={classes.acts}>
            <Button type="submit" size="xs" loading={change.isPending}>
              <Trans context="a task">Done</Trans>
            </Button>
            <button type="button" onClick={() => setEnding(false)}>
              <Trans>Not yet</Trans>
            </button>
          </div>
        </form>
      )}
    </li>
  );
}
