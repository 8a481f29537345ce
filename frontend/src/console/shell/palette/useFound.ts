/** What the server finds for the typed words: conversations, customers, articles. */

import { t } from "@lingui/core/macro";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useLocation } from "wouter";
import { type FoundAll, searchAll } from "../../api/search";
import { useMe } from "../../desk/DeskContext";
import { inboxPath } from "../../inbox/address";
import { may } from "../useMay";
import type { Entry } from "./entries";

const TYPING_PAUSE = 150;
const SHORTEST = 2;

function useEntries(found: FoundAll | undefined): Entry[] {
  const me = useMe();
  const [, go] = useLocation();
  if (!found) return [];
  const conversations = found.conversations.map((row): Entry => {
    const said = row.found?.parts.map((part) => part.text).join("") || row.last_message?.text || "";
    const place = row.found?.seq ? `#message-${row.found.seq}` : "";
    return {
      id: `conversation-${row.id}`,
      part: t`Conversations`,
      name: row.customer.name,
      detail: said,
      act: () => go(inboxPath("all", row.id) + place),
    };
  });
  const customers = found.customers.map(
    ({ id, name, email }): Entry => ({
      id: `customer-${id}`,
      part: t`Customers`,
      name,
      ...(email && { detail: email }),
      act: () => go(`/console/customers/${encodeURIComponent(id)}`),
    }),
  );
  const articles = found.articles.map(
    ({ id, title }): Entry => ({
      id: `article-${id}`,
      part: t`Articles`,
      name: title,
      act: () => go(`/console/knowledge/articles/${encodeURIComponent(id)}`),
    }),
  );
  return [
    ...conversations,
    ...(may(me, "customers.read") ? customers : []),
    ...(may(me, "knowledge.read") ? articles : []),
  ];
}

export function useFound(typed: string) {
  const [q] = useDebouncedValue(typed.trim(), TYPING_PAUSE);
  const enabled = q.length >= SHORTEST;
  const query = useQuery({
    queryKey: ["search", q],
    queryFn: ({ signal }) => searchAll(q, signal),
    enabled,
    placeholderData: keepPreviousData,
  });
  const entries = useEntries(enabled ? query.data : undefined);
  return { entries, busy: enabled && query.isFetching, failed: enabled && query.isError };
}
