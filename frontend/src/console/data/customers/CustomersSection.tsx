/** The customers by name or address: what is held about one to take out, or to be forgotten. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type CustomerEntry, listCustomers } from "../../api/data";
import { SearchIcon } from "../../shell/icons";
import { Bone } from "../../ui/Bone";
import { Empty } from "../../ui/Empty";
import { Failure } from "../../ui/Failure";
import { Section } from "../../ui/Section";
import { CustomersTable } from "./CustomersTable";
import { EraseDialog } from "./EraseDialog";
import { customersKey, leaving } from "./list";

const TYPING_PAUSE = 200;
/** While somebody who is being erased is in the list. */
const LOOK_EVERY = 2_000;

function useCustomers(search: string) {
  return useInfiniteQuery({
    queryKey: customersKey(search),
    queryFn: ({ pageParam, signal }) => listCustomers({ search, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.has_more ? page.next_cursor : undefined),
    placeholderData: keepPreviousData,
    refetchInterval: (query) => {
      const shown = query.state.data?.pages.flatMap((page) => page.data) ?? [];
      return shown.some(({ id }) => leaving.get().has(id)) ? LOOK_EVERY : false;
    },
  });
}

export function CustomersSection() {
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed.trim(), TYPING_PAUSE);
  const [erasing, setErasing] = useState<CustomerEntry | null>(null);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useCustomers(search);
  const found = data?.pages.flatMap((page) => page.data);
  return (
    <Section
      title={t`Customers`}
      says={t`When somebody asks what you hold about them, export it. When somebody asks to be forgotten, erase them everywhere.`}
    >
      <TextInput
        type="search"
        aria-label={t`Search customers`}
        placeholder={t`Name or e-mail address`}
        leftSection={<SearchIcon size={14} />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {error && (
        <Failure
          problem={error}
          what={t`The customers could not be loaded.`}
          onRetry={() => void refetch()}
        />
      )}
      {!found && !error && <Bone width="100%" height={240} />}
      {found?.length === 0 && <NobodyFound search={search} />}
      {found && found.length > 0 && <CustomersTable customers={found} onErase={setErasing} />}
      {hasNextPage && (
        <div>
          <Button
            variant="default"
            size="xs"
            loading={isFetchingNextPage}
            onClick={() => void fetchNextPage()}
          >
            <Trans>Show more</Trans>
          </Button>
        </div>
      )}
      <EraseDialog customer={erasing} onClose={() => setErasing(null)} />
    </Section>
  );
}

function NobodyFound({ search }: { search: string }) {
  return search ? (
    <Empty title={t`Nobody matches “${search}”`}>
      <p>
        <Trans>
          The search looks at names and e-mail addresses. Visitors who gave neither are found by their id.
        </Trans>
      </p>
    </Empty>
  ) : (
    <Empty title={t`No customers yet`}>
      <p>
        <Trans>Whoever writes to you, through the widget or by e-mail, is listed here.</Trans>
      </p>
    </Empty>
  );
}
