/** What changed in these days, by the numbers that stand over the chart. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { ActionIcon } from "@mantine/core";
import { Link } from "wouter";
import type { Mark } from "../../api/reports";
import { CloseIcon } from "../../shell/icons";
import { offerUndo } from "../../ui/notices";
import { inOrder } from "../charts/plotting";
import { dayInWords, todayIn } from "../query/period";
import { useMarks } from "../useReports";
import classes from "./Metric.module.css";

const KINDS: Record<Mark["kind"], string> = {
  rules: t`Rules`,
  knowledge: t`Knowledge`,
  assistant: t`Assistant`,
  note: t`Note`,
};

interface MarkListProps {
  marks: readonly Mark[];
  today: string;
  /** The company's: a note stands on its day there. */
  zone: string;
}

export function MarkList({ marks, today, zone }: MarkListProps) {
  const { add, remove } = useMarks();
  const dayOf = (mark: Mark): string => todayIn(zone, Date.parse(mark.at));
  const takeAway = (mark: Mark) =>
    remove.mutate(mark.id, {
      onSuccess: () =>
        offerUndo({
          id: `mark ${mark.id}`,
          says: t`The note is gone.`,
          undo: () => add.mutate({ on: dayOf(mark), title: mark.title }),
        }),
    });
  if (marks.length === 0) {
    return (
      <p className={classes.quiet}>
        <Trans>
          Nothing was published in these days. What changes in rules and knowledge is marked here by itself; a
          note of yours marks what else may matter, such as a campaign or a delivery that broke.
        </Trans>
      </p>
    );
  }
  return (
    <ol className={classes.marks} aria-label={t`What changed`}>
      {inOrder(marks).map((mark) => (
        <li key={mark.id}>
          <MarkRow mark={mark} on={dayInWords(dayOf(mark), today)} onRemove={() => takeAway(mark)} />
        </li>
      ))}
    </ol>
  );
}

function MarkRow({ mark, on, onRemove }: { mark: Mark; on: string; onRemove: () => void }) {
  const { title } = mark;
  return (
    <span className={classes.mark}>
      <small>{KINDS[mark.kind]}</small>
      {mark.link ? <Link href={mark.link}>{mark.title}</Link> : <span>{mark.title}</span>}
      <small>{[on, mark.by].filter(Boolean).join(", ")}</small>
      {mark.kind === "note" && (
        <ActionIcon
          size="sm"
          variant="subtle"
          color="gray"
          aria-label={t`Remove the note “${title}”`}
          onClick={onRemove}
          data-noprint
        >
          <CloseIcon size={12} />
        </ActionIcon>
      )}
    </span>
  );
}
