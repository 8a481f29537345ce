/** One record: what is known of it, to be changed or removed; and the page of a new one. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import { Link, useLocation } from "wouter";
import type { BusinessRecord } from "../api/records";
import { useMay } from "../shell/useMay";
import { Confirm } from "../ui/Confirm";
import { Failure } from "../ui/Failure";
import { tell } from "../ui/notices";
import { Page } from "../ui/Page";
import { SectionSkeleton } from "../ui/PageSkeleton";
import { Section } from "../ui/Section";
import { kindPath, recordPath } from "./addresses";
import { Entries, Items } from "./Contents";
import type { KindOf } from "./kinds";
import { RecordForm } from "./RecordForm";
import classes from "./Records.module.css";
import { useRecord, useWriting } from "./useRecords";
import { textOf } from "./values";

function Back({ kind }: { kind: KindOf }) {
  return (
    <Link href={kindPath(kind.kind)} className={classes.back}>
      ← {kind.name}
    </Link>
  );
}

export function NewRecordPage({ kind }: { kind: KindOf }) {
  const [, go] = useLocation();
  const { create } = useWriting(kind.kind);
  return (
    <Page title={kind.says.fresh}>
      <Back kind={kind} />
      <RecordForm
        kind={kind}
        record={null}
        busy={create.isPending}
        problem={create.error}
        onSave={(fields) =>
          create.mutate(fields, {
            onSuccess: (made) => {
              tell(kind.says.added(textOf(made, kind.key)));
              go(recordPath(kind.kind, made.id));
            },
          })
        }
      />
    </Page>
  );
}

export function RecordPage({ kind, id }: { kind: KindOf; id: string }) {
  const { data: record, error, refetch } = useRecord(kind.kind, id);
  const title = record ? `${kind.says.one} ${textOf(record, kind.key)}` : kind.says.one;
  return (
    <Page title={title} actions={record && <Remove kind={kind} record={record} />}>
      <Back kind={kind} />
      {record ? (
        <Loaded kind={kind} record={record} />
      ) : error ? (
        <Failure problem={error} what={kind.says.lost} onRetry={() => void refetch()} />
      ) : (
        <SectionSkeleton fields={4} />
      )}
    </Page>
  );
}

function Loaded({ kind, record }: { kind: KindOf; record: BusinessRecord }) {
  const { change } = useWriting(kind.kind);
  return (
    <>
      <RecordForm
        key={JSON.stringify(record)}
        kind={kind}
        record={record}
        busy={change.isPending}
        problem={change.error}
        onSave={(fields) =>
          change.mutate({ id: record.id, fields }, { onSuccess: () => tell(t`Saved. The audit log has it.`) })
        }
      />
      {kind.kind === "orders" && (
        <Section title={t`Items`} says={t`They come from your shop, by import or REST.`}>
          <Items order={record} />
        </Section>
      )}
      {kind.kind === "tickets" && (
        <Section title={t`Entries`} says={t`The customer may read them.`}>
          <Entries ticket={record} />
        </Section>
      )}
    </>
  );
}

function Remove({ kind, record }: { kind: KindOf; record: BusinessRecord }) {
  const [asking, setAsking] = useState(false);
  const [, go] = useLocation();
  const { remove } = useWriting(kind.kind);
  const mayWrite = useMay("records.write");
  if (!mayWrite) return null;
  const name = textOf(record, kind.key);
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        <Trans>Remove</Trans>
      </Button>
      <Confirm
        opened={asking}
        title={kind.says.remove(name)}
        does={t`Remove`}
        busy={remove.isPending}
        problem={remove.error}
        onClose={() => setAsking(false)}
        onConfirm={() =>
          remove.mutate(record.id, {
            onSuccess: () => {
              tell(kind.says.removed(name));
              go(kindPath(kind.kind));
            },
          })
        }
      >
        <p>
          <Trans>
            The assistant will not find it any more. What was done about it, such as a refund, stays on
            record. <strong>This cannot be undone.</strong>
          </Trans>
        </p>
      </Confirm>
    </>
  );
}
