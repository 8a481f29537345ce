/** What a file holds, part by part: who, what about, the first words, and what becomes of it. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Select } from "@mantine/core";
import { useState } from "react";
import { Link } from "wouter";
import type { Migration, MigrationItem } from "../../api/migrations";
import { customerPath } from "../../customers/addresses";
import { inboxPath } from "../../inbox/address";
import { number } from "../../shell/locale";
import { Bone } from "../../ui/Bone";
import { Failure } from "../../ui/Failure";
import table from "../../ui/Table.module.css";
import classes from "./Migrating.module.css";
import { useItems } from "./useMigrations";
import { doesOf, messages as messagesInWords, partsOf, privateNotes, speakerOf } from "./words";

export function Items({ one }: { one: Migration }) {
  const parts = partsOf(one);
  const [chosen, setChosen] = useState(parts[0]?.value ?? "");
  const part = parts.find(({ value }) => value === chosen) ?? parts[0];
  const list = useItems(one.id, part ?? { kind: "", action: "" });
  const found = list.data?.pages.flatMap((page) => page.data);
  return (
    <>
      {parts.length > 1 && (
        <Select
          className={classes.which}
          label={t`Look at`}
          data={parts.map(({ value, label }) => ({ value, label }))}
          value={part?.value ?? null}
          allowDeselect={false}
          onChange={(value) => value && setChosen(value)}
        />
      )}
      {list.error && (
        <Failure
          problem={list.error}
          what={t`What the file holds could not be loaded.`}
          onRetry={() => void list.refetch()}
        />
      )}
      {!found && !list.error && <Bone width="100%" height={160} />}
      {found && found.length > 0 && <ItemTable items={found} />}
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

function ItemTable({ items }: { items: MigrationItem[] }) {
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">
            <Trans>What</Trans>
          </th>
          <th scope="col">
            <Trans>Place in the file</Trans>
          </th>
          <th scope="col">
            <Trans>What becomes of it</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.number}>
            <td>
              <Named item={item} />
              <span className={classes.below}>{below(item)}</span>
              {item.sample.length > 0 && <Sample item={item} />}
            </td>
            <td data-label={t`Place in the file`}>{number(item.place)}</td>
            <td data-label={t`What becomes of it`} className={item.problem ? classes.bad : undefined}>
              {doesOf(item)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Named({ item }: { item: MigrationItem }) {
  const words = item.name || item.email || t`Without a name`;
  const href =
    item.kind === "conversation"
      ? item.conversation_id && inboxPath("resolved", item.conversation_id)
      : item.customer_id && customerPath(item.customer_id);
  if (!href) return <span className={classes.words}>{words}</span>;
  return (
    <Link className={classes.title} href={href}>
      {words}
    </Link>
  );
}

function below({ kind, action, email, name, messages, notes }: MigrationItem): string {
  if (kind === "customer") return email && email !== name ? email : "";
  if (action === "problem") return "";
  return [messagesInWords(messages), notes ? privateNotes(notes) : ""].filter(Boolean).join(", ");
}

function Sample({ item }: { item: MigrationItem }) {
  return (
    <ul className={classes.sample} aria-label={t`How it begins`}>
      {item.sample.map((line) => (
        <li key={line.at + line.text}>
          <b>{speakerOf(line)}:</b> {line.text}
        </li>
      ))}
    </ul>
  );
}
