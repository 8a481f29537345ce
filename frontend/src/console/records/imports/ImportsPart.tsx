/** A new import, and the last ones. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Select } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type DragEvent, useRef, useState } from "react";
import { Link, useLocation, useSearch } from "wouter";
import { beginImport, type ImportBrief } from "../../api/recordImports";
import type { RecordKind } from "../../api/records";
import { useMay } from "../../shell/useMay";
import { Ago } from "../../ui/Ago";
import { Bone } from "../../ui/Bone";
import { Empty } from "../../ui/Empty";
import { Failure } from "../../ui/Failure";
import { FormProblem } from "../../ui/FormProblem";
import table from "../../ui/Table.module.css";
import { importPath } from "../addresses";
import { KINDS, kindOf } from "../kinds";
import records from "../Records.module.css";
import classes from "./Imports.module.css";
import { store, useImportList } from "./useImports";
import { standing } from "./words";

export function ImportsPart() {
  const mayWrite = useMay("records.write");
  const { data, error, refetch } = useImportList();
  return (
    <section className={records.part} aria-label={t`Imports`}>
      {mayWrite && <NewImport />}
      {error && !data && (
        <Failure problem={error} what={t`The imports could not be loaded.`} onRetry={() => void refetch()} />
      )}
      {!data && !error && <Bone width="100%" height={160} />}
      {data?.data.length === 0 && (
        <Empty title={t`No imports yet`}>
          <p>
            <Trans>
              You see every line before anything is stored, and can take an import back for a week.
            </Trans>
          </p>
        </Empty>
      )}
      {data && data.data.length > 0 && <ImportTable imports={data.data} />}
    </section>
  );
}

function ImportTable({ imports }: { imports: ImportBrief[] }) {
  return (
    <table className={`${table.table} ${records.table}`}>
      <thead>
        <tr>
          <th scope="col">
            <Trans>File</Trans>
          </th>
          <th scope="col">
            <Trans>Kind</Trans>
          </th>
          <th scope="col">
            <Trans>How it stands</Trans>
          </th>
          <th scope="col">
            <Trans>Begun</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {imports.map((one) => (
          <tr key={one.id}>
            <td>
              <Link className={records.title} href={importPath(one.id)}>
                {one.name}
              </Link>
              <span className={records.below}>{one.requested_by}</span>
            </td>
            <td data-label={t`Kind`}>{kindOf(one.kind)?.name}</td>
            <td data-label={t`How it stands`}>{standing(one)}</td>
            <td data-label={t`Begun`}>
              <Ago at={one.created_at} past />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function NewImport() {
  const asked = kindOf(new URLSearchParams(useSearch()).get("kind") ?? "");
  const [kind, setKind] = useState<RecordKind>(asked?.kind ?? "orders");
  const [over, setOver] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const client = useQueryClient();
  const [, go] = useLocation();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (file: File) => beginImport(kind, file),
    onSuccess: (made) => {
      store(client, made);
      go(importPath(made.id));
    },
  });
  const begin = (file: File | undefined) => file && mutate(file);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    begin(event.dataTransfer.files[0]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same by keyboard
    <div
      className={classes.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Select
        label={t`What the file holds`}
        data={KINDS.map((each) => ({ value: each.kind, label: each.name }))}
        value={kind}
        allowDeselect={false}
        onChange={(value) => value && setKind(value as RecordKind)}
      />
      <Button loading={isPending} onClick={() => field.current?.click()}>
        <Trans>Choose a CSV file</Trans>
      </Button>
      <p className={records.hint}>
        <Trans>
          Or drop it here. The first line names the columns; an order may take several lines, one for each
          item. At most 10 MB and 50,000 lines.
        </Trans>
      </p>
      <FormProblem problem={error} />
      <input
        ref={field}
        className="sr"
        type="file"
        accept=".csv,.tsv,.txt,text/csv"
        aria-label={t`File to import`}
        tabIndex={-1}
        onChange={(event) => {
          begin(event.currentTarget.files?.[0]);
          // The same file can be chosen again after something was mended.
          event.currentTarget.value = "";
        }}
      />
    </div>
  );
}
