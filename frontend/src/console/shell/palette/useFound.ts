/** What is found for the typed words: conversations, customers and articles by the server, people and rules by name. */

import { t } from "@lingui/core/macro";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useLocation } from "wouter";
import { listPeople } from "../../api/people";
import { fetchRules } from "../../api/rules";
import { type FoundAll, searchAll } from "../../api/search";
import { useMe } from "../../desk/DeskContext";
import { inboxPath } from "../../inbox/address";
import { may, useMay } from "../useMay";
import { choose, type Entry } from "./entries";

const TYPING_PAUSE = 150;
const SHORTEST = 2;
const MOST_NAMED = 8;

/** People and rules are few: they are read once, as somebody begins to type, and looked through here. */
function useNamed(typed: string, enabled: boolean): Entry[] {
  const [, go] = useLocation();
  const [people, rules] = [useMay("people.read"), useMay("rules.read")];
  const { data: team } = useQuery({
    queryKey: ["people"],
    queryFn: ({ signal }) => listPeople(signal),
    enabled: enabled && people,
  });
  const { data: book } = useQuery({
    queryKey: ["search", "rules"],
    queryFn: ({ signal }) => fetchRules(signal),
    enabled: enabled && rules,
  });
  if (!enabled) return [];
  const persons = (team?.data ?? []).map(
    ({ id, name, email }): Entry => ({
      id: `person-${id}`,
      part: t`People`,
      name,
      detail: email,
      act: () => go("/console/team"),
    }),
  );
  const named = (book?.document.rules ?? []).map(
    ({ name, label, reason }): Entry => ({
      id: `rule-${name}`,
      part: t`Rules`,
      name: label || name,
      ...(reason && { detail: reason }),
      act: () => go("/console/rules/book"),
    }),
  );
  return choose([...persons, ...named], typed).slice(0, MOST_NAMED);
}

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
  const named = useNamed(q, enabled);
  const found = useEntries(enabled ? query.data : undefined);
  const entries = [...named, ...found];
  return { entries, busy: enabled && query.isFetching, failed: enabled && query.isError };
}
