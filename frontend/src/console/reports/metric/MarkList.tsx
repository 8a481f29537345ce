/** What changed in these days, by the numbers that stand over the chart. */

import { ActionIcon } from "@mantine/core";
import { Link } from "wouter";
import { moment } from "../../../shared/time";
import type { Mark } from "../../api/reports";
import { CloseIcon } from "../../shell/icons";
import { offerUndo } from "../../ui/notices";
import { inOrder } from "../charts/plotting";
import { useMarks } from "../useReports";
import classes from "./Metric.module.css";

const KINDS: Record<Mark["kind"], string> = {
  rules: "Rules",
  knowledge: "Knowledge",
  assistant: "Assistant",
  note: "Note",
};

const asDay = (iso: string): string =>
  new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short" }).format(new Date(iso));

export function MarkList({ marks }: { marks: readonly Mark[] }) {
  if (marks.length === 0) {
    return (
      <p className={classes.quiet}>
        Nothing was published in these days. What changes in rules and knowledge is marked here by itself; a
        note of yours marks what else may matter, such as a campaign or a delivery that broke.
      </p>
    );
  }
  return (
    <ol className={classes.marks} aria-label="What changed">
      {inOrder(marks).map((mark) => (
        <li key={mark.id}>
          <MarkRow mark={mark} />
        </li>
      ))}
    </ol>
  );
}

function MarkRow({ mark }: { mark: Mark }) {
  const { add, remove } = useMarks();
  const takeAway = () =>
    remove.mutate(mark.id, {
      onSuccess: () =>
        offerUndo({
          id: `mark ${mark.id}`,
          says: "The note is gone.",
          undo: () => add.mutate({ on: mark.at.slice(0, 10), title: mark.title }),
        }),
    });
  return (
    <span className={classes.mark}>
      <small>{KINDS[mark.kind]}</small>
      {mark.link ? <Link href={mark.link}>{mark.title}</Link> : <span>{mark.title}</span>}
      <small title={moment(mark.at)}>{[asDay(mark.at), mark.by].filter(Boolean).join(", ")}</small>
      {mark.kind === "note" && (
        <ActionIcon
          size="sm"
          variant="subtle"
          color="gray"
          aria-label={`Remove the note “${mark.title}”`}
          onClick={takeAway}
          data-noprint
        >
          <CloseIcon size={12} />
        </ActionIcon>
      )}
    </span>
  );
}
