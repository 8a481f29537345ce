/** The questions one to a row: what should come of each, and what came of it last. */

import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
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
    <table className={`${table.table} ${classes.cases}`} aria-label={t`Questions of the bench`}>
      <thead>
        <tr>
          <th scope="col">
            <Trans>A customer writes</Trans>
          </th>
          <th scope="col">
            <Trans>Should come</Trans>
          </th>
          <th scope="col">
            <Trans>Came last</Trans>
          </th>
          {mayWrite && (
            <th scope="col">
              <span className="sr">
                <Trans>Actions</Trans>
              </span>
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
            <td data-label={t`Should come`}>{expectedInWords(row)}</td>
            <td data-label={t`Came last`}>
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
      {before > 0 && (
        <span>{plural(before, { one: "after one line of talk", other: "after # lines of talk" })}</span>
      )}
      {row.from_conversation && (
        <Link href={inboxPath("all", row.from_conversation)}>
          <Trans>from a conversation</Trans>
        </Link>
      )}
      {row.note && <span>{row.note}</span>}
    </span>
  );
}

function Came({ row: { last } }: { row: ListedCase }) {
  if (!last)
    return (
      <span className={classes.small}>
        <Trans>Not asked yet</Trans>
      </span>
    );
  return (
    <span className={classes.came} data-passed={last.passed || undefined} title={last.text || undefined}>
      <span className={classes.mark} aria-hidden="true">
        {last.passed ? "✓" : "✗"}
      </span>
      <span className="sr">{`${last.passed ? t`Passes:` : t`Fails:`} `}</span>
      {cameInWords(last)}
    </span>
  );
}

function CaseMenu({ row }: { row: ListedCase }) {
  const [open, setOpen] = useState<"edit" | "remove" | null>(null);
  const remove = useRemoveCase();
  const { question } = row;
  const close = () => setOpen(null);
  return (
    <>
      <Menu position="bottom-end" width={180}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={t`More for “${question}”`}>
            <MoreIcon />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setOpen("edit")}>
            <Trans>Change…</Trans>
          </Menu.Item>
          <Menu.Item onClick={() => setOpen("remove")}>
            <Trans>Remove…</Trans>
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {open === "edit" && <CaseDialog row={row} opened onClose={close} />}
      <Confirm
        opened={open === "remove"}
        title={t`Take this question off the bench?`}
        does={t`Remove`}
        busy={remove.isPending}
        problem={remove.error}
        onClose={close}
        onConfirm={() => remove.mutate(row.id, { onSuccess: close })}
      >
        <p>
          <Trans>“{question}” is not asked any more, and what came of it so far is forgotten.</Trans>
        </p>
      </Confirm>
    </>
  );
}
