/** The customers: find one, and all that is known of them. */

import { Button, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { Link, Route, Switch } from "wouter";
import { listCustomers } from "../api/data";
import { SearchIcon } from "../shell/icons";
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
  { name: "Everybody", href: CUSTOMERS },
  { name: "Ratings", href: RATINGS_PATH },
];

export default function CustomersPage() {
  return (
    <Switch>
      <Route path={RATINGS_PATH}>
        <Page
          title="Customers"
          says="What they say of our help, once a conversation is over. Low ratings are there to be answered."
          wide
        >
          <PageTabs label="Parts of customers" tabs={TABS} />
          <Suspense fallback={<Bone width="100%" height={240} />}>
            <RatingsPart />
          </Suspense>
        </Page>
      </Route>
      <Route path={`${CUSTOMERS}/:id`}>{({ id }) => <PersonPage key={id} id={id} />}</Route>
      <Route>
        <Page title="Customers" says="Whoever wrote to you, with all that is known of them." wide>
          <PageTabs label="Parts of customers" tabs={TABS} />
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
        aria-label="Search customers"
        placeholder="Name or e-mail address"
        leftSection={<SearchIcon size={14} />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {error && (
        <Failure problem={error} what="The customers could not be loaded." onRetry={() => void refetch()} />
      )}
      {!found && !error && <Bone width="100%" height={240} />}
      {found?.length === 0 && (
        <Empty title={search ? `Nobody matches “${search}”` : "No customers yet"}>
          <p>
            {search
              ? "The search looks at names and e-mail addresses."
              : "Whoever writes to you, through the widget or by e-mail, is listed here."}
          </p>
        </Empty>
      )}
      {found && found.length > 0 && (
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">Customer</th>
              <th scope="col">Conversations</th>
              <th scope="col">First seen</th>
            </tr>
          </thead>
          <tbody>
            {found.map((one) => (
              <tr key={one.id}>
                <td>
                  <Link href={customerPath(one.merged_into ?? one.id)} className={classes.name}>
                    {one.name || "Without a name"}
                  </Link>
                  <div className={classes.quiet}>
                    {one.email ?? "No e-mail address yet"}
                    {one.merged_into && " · merged"}
                  </div>
                </td>
                <td data-label="Conversations">{one.conversations}</td>
                <td data-label="First seen">
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
            Show more
          </Button>
        </div>
      )}
    </>
  );
}
