/** Records in the query cache, and the ways to change them. */

import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import {
  type Asked,
  type BusinessRecord,
  changeRecord,
  createRecord,
  fetchRecord,
  listRecords,
  type RecordKind,
  removeRecord,
} from "../api/records";

export const recordsKey = ["records"] as const;
export const countsKey = [...recordsKey, "counts"] as const;
const oneKey = (kind: RecordKind, id: string) => [...recordsKey, kind, "one", id] as const;

export function useRecordList(kind: RecordKind, asked: Asked) {
  return useInfiniteQuery({
    queryKey: [...recordsKey, kind, "list", asked],
    queryFn: ({ pageParam, signal }) => listRecords(kind, { ...asked, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.has_more ? page.next_cursor : undefined),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}

export const useRecord = (kind: RecordKind, id: string) =>
  useQuery({ queryKey: oneKey(kind, id), queryFn: ({ signal }) => fetchRecord(kind, id, signal) });

/** Whatever is written, the lists and the counts are read again. */
export function useWriting(kind: RecordKind) {
  const client = useQueryClient();
  const stored = (record: BusinessRecord) => {
    void client.invalidateQueries({ queryKey: recordsKey });
    client.setQueryData(oneKey(kind, record.id), record);
  };
  return {
    create: useMutation({ mutationFn: (fields: object) => createRecord(kind, fields), onSuccess: stored }),
    change: useMutation({
      mutationFn: ({ id, fields }: { id: string; fields: object }) => changeRecord(kind, id, fields),
      onSuccess: stored,
    }),
    remove: useMutation({
      mutationFn: (id: string) => removeRecord(kind, id),
      onSuccess: () => client.invalidateQueries({ queryKey: recordsKey }),
    }),
  };
}
