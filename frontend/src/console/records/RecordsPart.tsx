/** The records of one kind: found by words and state, in pages. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Select, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { Link } from "wouter";
import { SearchIcon } from "../shell/icons";
import { useMay } from "../shell/useMay";
import { Bone } from "../ui/Bone";
import { Empty } from "../ui/Empty";
import { Failure } from "../ui/Failure";
import { newImportPath } from "./addresses";
import type { KindOf } from "./kinds";
import classes from "./Records.module.css";
import { RecordsTable } from "./RecordsTable";
import { useRecordList } from "./useRecords";

const TYPING_PAUSE = 200;

export function RecordsPart({ kind, fromConnector }: { kind: KindOf; fromConnector: boolean }) {
  const [typed, setTyped] = useState("");
  const [state, setState] = useState("");
  const [search] = useDebouncedValue(typed.trim(), TYPING_PAUSE);
  const list = useRecordList(kind.kind, { search, state });
  const found = list.data?.pages.flatMap((page) => page.data);
  return (
    <section className={classes.part} aria-label={kind.name}>
      {fromConnector && <ConnectorNote kind={kind} />}
      <div className={classes.filters}>
        <TextInput
          className={classes.search}
          type="search"
          aria-label={kind.says.search}
          placeholder={kind.says.search}
          leftSection={<SearchIcon size={14} />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {kind.states.length > 0 && (
          <Select
            className={classes.pick}
            aria-label={t`State`}
            data={[
              { value: "", label: t`Any state` },
              ...kind.states.map(([value, label]) => ({ value, label })),
            ]}
            value={state}
            allowDeselect={false}
            onChange={(value) => setState(value ?? "")}
          />
        )}
      </div>
      {list.error && (
        <Failure problem={list.error} what={kind.says.allLost} onRetry={() => void list.refetch()} />
      )}
      {!found && !list.error && <Bone width="100%" height={280} />}
      {found?.length === 0 && <NothingFound kind={kind} narrowed={search !== "" || state !== ""} />}
      {found && found.length > 0 && (
        <div aria-busy={list.isPlaceholderData} className={classes.found}>
          <RecordsTable kind={kind} records={found} />
        </div>
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
    </section>
  );
}

function ConnectorNote({ kind }: { kind: KindOf }) {
  const mayLook = useMay("settings.read");
  return (
    <p className={classes.note} role="note">
      {kind.says.elsewhere}{" "}
      {mayLook && (
        <Link href="/console/settings/connector">
          <Trans>Look at the connector</Trans>
        </Link>
      )}
    </p>
  );
}

function NothingFound({ kind, narrowed }: { kind: KindOf; narrowed: boolean }) {
  const mayWrite = useMay("records.write");
  if (narrowed) {
    return (
      <Empty title={kind.says.noMatch}>
        <p>
          <Trans>Try fewer letters, or another state.</Trans>
        </p>
      </Empty>
    );
  }
  return (
    <Empty title={kind.says.none}>
      <p>{kind.empty}</p>
      {mayWrite && (
        <Button component={Link} href={newImportPath(kind.kind)} variant="default" size="xs">
          <Trans>Import a CSV file</Trans>
        </Button>
      )}
    </Empty>
  );
}
