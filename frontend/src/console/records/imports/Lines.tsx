/** What each line of a file does: new, changed beside what was, or what is wrong with it. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, SegmentedControl } from "@mantine/core";
import { useState } from "react";
import type { ImportLine, RecordImport, RowAction } from "../../api/recordImports";
import { number } from "../../shell/locale";
import { Bone } from "../../ui/Bone";
import { Failure } from "../../ui/Failure";
import table from "../../ui/Table.module.css";
import records from "../Records.module.css";
import classes from "./Imports.module.css";
import { useLines } from "./useImports";
import { ACTIONS, inWords, problemOf } from "./words";

export function Lines({ one }: { one: RecordImport }) {
  const there = ACTIONS.filter(([action]) => one.counts[action] > 0);
  const [chosen, setChosen] = useState<RowAction | "">(one.counts.problem > 0 ? "problem" : "");
  const list = useLines(one.id, chosen);
  const found = list.data?.pages.flatMap((page) => page.data);
  return (
    <>
      {there.length > 1 && (
        <SegmentedControl
          className={classes.kinds}
          aria-label={t`Which lines`}
          data={[
            { value: "", label: t({ message: "All", context: "lines of a file" }) },
            ...there.map(([value, label]) => ({ value, label: `${label} (${number(one.counts[value])})` })),
          ]}
          value={chosen}
          onChange={(value) => setChosen(value as RowAction | "")}
        />
      )}
      {list.error && (
        <Failure
          problem={list.error}
          what={t`The lines could not be loaded.`}
          onRetry={() => void list.refetch()}
        />
      )}
      {!found && !list.error && <Bone width="100%" height={200} />}
      {found && found.length > 0 && (
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Record</Trans>
              </th>
              <th scope="col">
                <Trans>Line</Trans>
              </th>
              <th scope="col">
                <Trans>What it does</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {found.map((line) => (
              <tr key={line.line}>
                <td>{line.key || t`Without a key`}</td>
                <td data-label={t`Line`}>{line.line}</td>
                <td data-label={t`What it does`}>
                  <Does line={line} fields={one.fields} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {list.hasNextPage && (
        <div>
          <Button
            variant="default"
            size="xs"
            loading={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            <Trans>Show more</Trans>
          </Button>
        </div>
      )}
    </>
  );
}

function Does({ line, fields }: { line: ImportLine; fields: RecordImport["fields"] }) {
  if (line.problem) return <span className={classes.bad}>{problemOf(line, fields)}</span>;
  if (line.action === "create")
    return (
      <>
        {line.applied
          ? t({ message: "Added", context: "a record" })
          : t({ message: "New", context: "a record" })}
      </>
    );
  if (line.action === "same")
    return (
      <span className={records.hint}>
        <Trans>As it is</Trans>
      </span>
    );
  const names = Object.keys(line.before);
  return (
    <ul className={classes.changes}>
      {names.map((name) => (
        <li key={name}>
          {fields.find((field) => field.name === name)?.label ?? name.replaceAll("_", " ")}:{" "}
          <del>{inWords(line.before[name])}</del> <ins>{inWords(line.fields[name])}</ins>
        </li>
      ))}
      {names.length === 0 && (
        <li>
          <Trans context="a record">Changed</Trans>
        </li>
      )}
    </ul>
  );
}
