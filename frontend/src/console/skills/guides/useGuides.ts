/** The guides as the server has them, and what changes them. */

import { t } from "@lingui/core/macro";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  changeGuide,
  checkGuide,
  createGuide,
  fetchGuide,
  type Guide,
  type GuideEntry,
  type GuideFields,
  listGuides,
  removeGuide,
} from "../../api/guides";
import { offerUndo, tell, tellFailure } from "../../ui/notices";

const GUIDES = ["guides"] as const;
const LIST = [...GUIDES, "list"] as const;
const keyOf = (id: string) => [...GUIDES, "one", id] as const;
const PAUSE = 400;

export const useGuides = () => useQuery({ queryKey: LIST, queryFn: ({ signal }) => listGuides(signal) });

export const useGuide = (id: string) =>
  useQuery({ queryKey: keyOf(id), queryFn: ({ signal }) => fetchGuide(id, signal) });

export function useCreateGuide() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: createGuide,
    onSuccess: (made) => {
      client.setQueryData(keyOf(made.id), made);
      return client.invalidateQueries({ queryKey: LIST });
    },
  });
}

export function useSaveGuide(guide: Guide) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: Partial<GuideFields>) =>
      changeGuide(guide.id, { ...change, version: guide.version }),
    onSuccess: (saved) => {
      client.setQueryData(keyOf(saved.id), saved);
      if (guide.on && !saved.on) tell(t`It has a fault now, so it was switched off.`);
      return client.invalidateQueries({ queryKey: LIST });
    },
  });
}

export function useSwitchGuide() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ guide, on }: { guide: GuideEntry; on: boolean }) => changeGuide(guide.id, { on }),
    onError: tellFailure,
    onSuccess: (saved) => {
      client.setQueryData(keyOf(saved.id), saved);
      return client.invalidateQueries({ queryKey: LIST });
    },
  });
}

/** It goes at once, and can be made again as it was. */
export function useRemoveGuide() {
  const client = useQueryClient();
  const readAgain = () => client.invalidateQueries({ queryKey: LIST });
  return useMutation({
    mutationFn: ({ id }: Guide) => removeGuide(id),
    onError: tellFailure,
    onSuccess: (_gone, { title, examples, steps }) => {
      const undo = () => void createGuide({ title, examples, steps }).then(readAgain).catch(tellFailure);
      offerUndo({ id: "guide", says: t`The guide ${title} was removed.`, undo });
      return readAgain();
    },
  });
}

/** What is wrong with the guide as it is typed, a moment after the last letter. */
export function useFaults(fields: GuideFields) {
  const [asked] = useDebouncedValue(fields, PAUSE);
  const { data } = useQuery({
    queryKey: [...GUIDES, "faults", asked],
    queryFn: ({ signal }) => checkGuide(asked, signal),
    placeholderData: keepPreviousData,
    retry: false,
  });
  return data?.faults ?? [];
}
