/** The languages of one conversation, for all that shows it: its thread, its head, the composer and the context. */

import { type QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef } from "react";
import type { Thread } from "../../../shared/thread";
import {
  askTranslations,
  fetchTranslations,
  type TranslationRow,
  type Translations,
} from "../../api/translations";
import { fetchWishes } from "../../api/writing";
import { useCell } from "../../desk/cell";
import { useMe } from "../../desk/DeskContext";
import { keys } from "../../desk/keys";
import type { ConversationRow } from "../../desk/wire";
import { wishesKey } from "../composer/useHolding";
import { asWritten, originals, toggle } from "./remembered";
import { bySeq, wanted } from "./wanted";

export interface Translating {
  /** The customer writes a language that whoever looks does not speak. */
  foreign: boolean;
  /** Translations are made here: the company wants them and has a model. */
  available: boolean;
  /** Messages are shown in the reader's language. */
  shown: boolean;
  onShown: () => void;
  /** Replies go out in the customer's language. */
  sends: boolean;
  onSends: () => void;
  of: (seq: number) => TranslationRow | undefined;
  again: (seqs: number[]) => void;
  /** It was asked for, and nobody could be reached. */
  failed: boolean;
}

const NONE: Translating = {
  foreign: false,
  available: false,
  shown: false,
  onShown: () => undefined,
  sends: false,
  onSends: () => undefined,
  of: () => undefined,
  again: () => undefined,
  failed: false,
};
const Here = createContext<Translating>(NONE);
const LOOK_AGAIN = 5_000; // the socket says when; this is for a hint that was lost

export const useTranslating = (): Translating => useContext(Here);

function store(client: QueryClient, id: string, found: Translations): void {
  client.setQueryData(keys.translations(id), found);
}

interface ProviderProps {
  row: ConversationRow;
  thread: Thread;
  children: ReactNode;
}

export function TranslatingProvider({ row, thread, children }: ProviderProps) {
  const { id } = row;
  const me = useMe();
  const client = useQueryClient();
  const foreign = !me.speaks.includes(row.language);
  const { data: wishes } = useQuery({
    queryKey: wishesKey,
    queryFn: ({ signal }) => fetchWishes(signal),
    staleTime: 5 * 60_000,
    retry: false,
    enabled: me.role !== "viewer",
  });
  const { data } = useQuery({
    queryKey: keys.translations(id),
    queryFn: ({ signal }) => fetchTranslations(id, signal),
    enabled: foreign || wishes?.translates === true,
    refetchInterval: ({ state }) =>
      state.data?.data.some((one) => one.state === "waiting") ? LOOK_AGAIN : false,
  });
  const { mutate, isError, reset } = useMutation({
    mutationFn: (seqs: number[]) => askTranslations(id, seqs),
    onSuccess: (found) => store(client, id, found),
  });
  const available = foreign && data?.available === true;
  const shown = !useCell(originals).has(id);
  const sends = !useCell(asWritten).has(id);
  const rows = useMemo(() => bySeq(data?.data ?? []), [data]);

  const asked = useRef(new Set<number>());
  useEffect(() => {
    if (!available || !shown) return;
    const seqs = wanted(thread, rows, asked.current);
    if (seqs.length === 0) return;
    for (const seq of seqs) asked.current.add(seq);
    mutate(seqs);
  }, [available, shown, thread, rows, mutate]);

  const again = useCallback(
    (seqs: number[]) => {
      reset();
      mutate(seqs.length > 0 ? seqs : [...asked.current].filter((seq) => !rows.has(seq)).slice(-50));
    },
    [mutate, reset, rows],
  );
  const here = useMemo<Translating>(
    () => ({
      foreign,
      available,
      shown: available && shown,
      onShown: () => toggle(originals, id),
      sends: available && sends,
      onSends: () => toggle(asWritten, id),
      of: (seq) => rows.get(seq),
      again,
      failed: isError,
    }),
    [foreign, available, shown, sends, id, rows, again, isError],
  );
  return <Here.Provider value={here}>{children}</Here.Provider>;
}
