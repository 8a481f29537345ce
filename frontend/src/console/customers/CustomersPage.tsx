/** The customers: find one, and all that is known of them. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { Link, Route, Switch } from "wouter";
import { listCustomers } from "../api/data";
import { SearchIcon } from "../shell/icons";
import { number } from "../shell/locale";
import { Ago } from "../ui/Ago";
import { Bone } from "../ui/Bone";
import { Empty } from "../ui/Empty";
import { Failure } from "../ui/Failure";
import { Page } from "../ui/Page";
import { PageTabs } from "../ui/PageTabs";
import table from "../ui/Table.module.css";
import { CUSTOMERS, customerPath, RATINGS_PATH } from "./addresses";
import classes from "./Customers.module.css";
import { PersonPage } from "./PersonPage";

const RatingsPart = lazy(() => import("./ratings/RatingsPart"));

const TYPING_PAUSE = 200;
const TABS = [
  { name: t`Everybody`, href: CUSTOMERS },
  { name: t`Ratings`, href: RATINGS_PATH },
];

export default function CustomersPage() {
  return (
    <Switch>
      <Route path={RATINGS_PATH}>
        <Page
          title={t`Customers`}
          says={t`What they say of our help, once a conversation is over. Low ratings are there to be answered.`}
          wide
        >
          <PageTabs label={t`Parts of customers`} tabs={TABS} />
          <Suspense fallback={<Bone width="100%" height={240} />}>
            <RatingsPart />
          </Suspense>
        </Page>
      </Route>
      <Route path={`${CUSTOMERS}/:id`}>{({ id }) => <PersonPage key={id} id={id} />}</Route>
      <Route>
        <Page title={t`Customers`} says={t`Whoever wrote to you, with all that is known of them.`} wide>
          <PageTabs label={t`Parts of customers`} tabs={TABS} />
          <List />
        </Page>
      </Route>
    </Switch>
  );
}

function useCustomers(search: string) {
  return useInfiniteQuery({
    queryKey: ["customers", search],
    queryFn: ({ pageParam, signal }) => listCustomers({ search, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.has_more ? page.next_cursor : undefined),
    placeholderData: keepPreviousData,
  });
}

function List() {
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed.trim(), TYPING_PAUSE);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useCustomers(search);
  const found = data?.pages.flatMap((page) => page.data).filter((one) => search || !one.merged_into);
  return (
    <>
      <TextInput
        type="search"
        className={classes.search}
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
      {found?.length === 0 && (
        <Empty title={search ? t`Nobody matches “${search}”` : t`No customers yet`}>
          <p>
            {search
              ? t`The search looks at names and e-mail addresses.`
              : t`Whoever writes to you, through the widget or by e-mail, is listed here.`}
          </p>
        </Empty>
      )}
      {found && found.length > 0 && (
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Customer</Trans>
              </th>
              <th scope="col">
                <Trans>Conversations</Trans>
              </th>
              <th scope="col">
                <Trans>First seen</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {found.map((one) => (
              <tr key={one.id}>
                <td>
                  <Link href={customerPath(one.merged_into ?? one.id)} className={classes.name}>
                    {one.name || t`Without a name`}
                  </Link>
                  <div className={classes.quiet}>
                    {one.email ?? t`No e-mail address yet`}
                    {one.merged_into && <> · {t`merged`}</>}
                  </div>
                </td>
                <td data-label={t`Conversations`}>{number(one.conversations)}</td>
                <td data-label={t`First seen`}>
                  <Ago at={one.created_at} past />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
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
    </>
  );
}
