/** The list of domains in the cache, and the changes to it that an answer means. */

import { useQueryClient } from "@tanstack/react-query";
import type { DomainEntry } from "../../api/domains";

export const domainsKey = ["domains"] as const;

interface Listed {
  data: DomainEntry[];
}

export function useDomainList() {
  const client = useQueryClient();
  const change = (step: (data: DomainEntry[]) => DomainEntry[]) =>
    client.setQueryData<Listed>(domainsKey, (known) => known && { ...known, data: step(known.data) });
  return {
    added: (entry: DomainEntry) => change((data) => [...data, entry]),
    replaced: (entry: DomainEntry) =>
      change((data) => data.map((each) => (each.id === entry.id ? entry : each))),
    removed: (id: string) => change((data) => data.filter((each) => each.id !== id)),
  };
}
