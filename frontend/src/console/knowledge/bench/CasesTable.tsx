/** The questions one to a row: what should come of each, and what came of it last. */

import { ActionIcon, Menu } from "@mantine/core";
import { useState } from "react";
import { Link } from "wouter";
import type { ListedCase } from "../../api/learning";
import { inboxPath } from "../../inbox/address";
import { MoreIcon } from "../../shell/icons";
import { useMay } from "../../shell/useMay";
import { Confirm } from "../../ui/Confirm";
import table from "../../ui/Table.module.css";
import classes from "./Bench.module.css";
import { CaseDialog } from "./CaseDialog";
import { useRemoveCase } from "./useBench";
import { cameInWords, expectedInWords } from "./words";

export function CasesTable({ rows }: { rows: ListedCase[] }) {
  const mayWrite = useMay("knowledge.write");
  return (
    <table className={`${table.table} ${classes.cases}`} aria-label="Questions of the bench">
      <thead>
        <tr>
          <th scope="col">A customer writes</th>
          <th scope="col">Should come</th>
          <th scope="col">Came last</th>
          {mayWrite && (
            <th scope="col">
              <span className="sr">Actions</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              <span className={classes.question}>{row.question}</span>
              <Origin row={row} />
            </td>
            <td data-label="Should come">{expectedInWords(row)}</td>
            <td data-label="Came last">
              <Came row={row} />
            </td>
            {mayWrite && (
              <td className={`${table.acts} ${table.corner}`}>
                <CaseMenu row={row} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Origin({ row }: { row: ListedCase }) {
  const before = row.lines.length - 1;
  if (!row.note && !row.from_conversation && before === 0) return null;
  return (
    <span className={classes.origin}>
      {before > 0 && <span>after {before === 1 ? "one line" : `${before} lines`} of talk</span>}
      {row.from_conversation && (
        <Link href={inboxPath("all", row.from_conversation)}>from a conversation</Link>
      )}
      {row.note && <span>{row.note}</span>}
    </span>
  );
}

function Came({ row: { last } }: { row: ListedCase }) {
  if (!last) return <span className={classes.small}>Not asked yet</span>;
  return (
    <span className={classes.came} data-passed={last.passed || undefined} title={last.text || undefined}>
      <span className={classes.mark} aria-hidden="true">
        {last.passed ? "✓" : "✗"}
      </span>
      <span className="sr">{last.passed ? "Passes: " : "Fails: "}</span>
      {cameInWords(last)}
    </span>
  );
}

function CaseMenu({ row }: { row: ListedCase }) {
  const [open, setOpen] = useState<"edit" | "remove" | null>(null);
  const remove = useRemoveCase();
  const close = () => setOpen(null);
  return (
    <>
      <Menu position="bottom-end" width={180}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={`More for “${row.question}”`}>
            <MoreIcon />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setOpen("edit")}>Change…</Menu.Item>
          <Menu.Item onClick={() => setOpen("remove")}>Remove…</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {open === "edit" && <CaseDialog row={row} opened onClose={close} />}
      <Confirm
        opened={open === "remove"}
        title="Take this question off the bench?"
        does="Remove"
        busy={remove.isPending}
        problem={remove.error}
        onClose={close}
        onConfirm={() => remove.mutate(row.id, { onSuccess: close })}
      >
        <p>“{row.question}” is not asked any more, and what came of it so far is forgotten.</p>
      </Confirm>
    </>
  );
}
