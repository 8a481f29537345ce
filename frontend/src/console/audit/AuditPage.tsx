/** The audit log: who did what to which thing, filtered, unfolded, and taken away as a file. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { type AuditFilter, auditFile, listAudit } from "../api/audit";
import { DownIcon } from "../shell/icons";
import { Empty } from "../ui/Empty";
import { Failure } from "../ui/Failure";
import { Page } from "../ui/Page";
import { AuditSkeleton } from "./AuditSkeleton";
import { AuditTable } from "./AuditTable";
import { Filters } from "./Filters";
import { isEmpty, useAuditFilter } from "./filter";

export default function AuditPage() {
  const { filter, change, clear } = useAuditFilter();
  return (
    <Page
      title={t`Audit log`}
      wide
      says={t`Every act that somebody may have to answer for. Nobody can change or remove an entry, not even Baton.`}
      actions={<Files filter={filter} />}
    >
      <Filters filter={filter} onChange={change} onClear={clear} />
      <Entries filter={filter} onClear={clear} />
    </Page>
  );
}

function Files({ filter }: { filter: AuditFilter }) {
  return (
    <>
      <Button
        component="a"
        href={auditFile(filter, "csv")}
        download
        variant="default"
        leftSection={<DownIcon size={14} />}
        aria-label={t`Download these entries as CSV`}
      >
        <Trans>CSV</Trans>
      </Button>
      <Button
        component="a"
        href={auditFile(filter, "jsonl")}
        download
        variant="default"
        leftSection={<DownIcon size={14} />}
        aria-label={t`Download these entries as JSON lines`}
      >
        <Trans>JSON lines</Trans>
      </Button>
    </>
  );
}

function useEntries(filter: AuditFilter) {
  return useInfiniteQuery({
    queryKey: ["audit", filter],
    queryFn: ({ pageParam, signal }) => listAudit(filter, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.has_more ? page.next_cursor : undefined),
    staleTime: 0,
  });
}

function Entries({ filter, onClear }: { filter: AuditFilter; onClear: () => void }) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useEntries(filter);
  const entries = data?.pages.flatMap((page) => page.data);
  if (!entries) {
    if (error)
      return (
        <Failure problem={error} what={t`The log could not be loaded.`} onRetry={() => void refetch()} />
      );
    return <AuditSkeleton />;
  }
  if (entries.length === 0) return <Nothing filtered={!isEmpty(filter)} onClear={onClear} />;
  return (
    <>
      <AuditTable entries={entries} />
      {hasNextPage && (
        <Button
          variant="default"
          size="xs"
          mt="md"
          loading={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          <Trans>Show older</Trans>
        </Button>
      )}
      {error && (
        <Failure
          problem={error}
          what={t`The rest could not be loaded.`}
          onRetry={() => void fetchNextPage()}
        />
      )}
    </>
  );
}

function Nothing({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  return filtered ? (
    <Empty title={t`No entry matches`}>
      <p>
        <Trans>Choose another person, action or time.</Trans>
      </p>
      <Button variant="default" size="xs" onClick={onClear}>
        <Trans>Clear the filters</Trans>
      </Button>
    </Empty>
  ) : (
    <Empty title={t`Nothing recorded yet`}>
      <p>
        <Trans>
          When somebody is invited, a role or a setting changes, or data leaves, it is written down here.
        </Trans>
      </p>
    </Empty>
  );
}
