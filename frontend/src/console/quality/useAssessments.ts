/** What the server knows of quality review. */

import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  type Assessment,
  fetchAgreement,
  fetchAssessment,
  fetchQuestionScores,
  fetchScores,
  listAssessments,
  listCards,
  listDiffering,
  listDone,
  listMine,
  listPlans,
  type Narrow,
  type ScoresBy,
} from "../api/assessments";
import { fetchMessages } from "../api/quality";

const ASSESSMENTS = ["assessments"] as const;
const CARDS = ["scorecards"] as const;
const PLANS = ["sampling plans"] as const;

const following = <Row extends { next_cursor: string | null }>(last: Row) => last.next_cursor;

export const useCards = () => useQuery({ queryKey: CARDS, queryFn: ({ signal }) => listCards(signal) });

export const usePlans = () =>
  useQuery({ queryKey: PLANS, queryFn: ({ signal }) => listPlans(signal), staleTime: 0 });

export const useQueue = (state: "open" | "disputed") =>
  useInfiniteQuery({
    queryKey: [...ASSESSMENTS, "queue", state],
    queryFn: ({ pageParam, signal }) => listAssessments(state, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: following,
    staleTime: 0,
  });

export const useDone = (narrow: Narrow | null) =>
  useInfiniteQuery({
    queryKey: [...ASSESSMENTS, "done", narrow],
    queryFn: ({ pageParam, signal }) => listDone(narrow as Narrow, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: following,
    enabled: narrow !== null,
  });

export const useMine = () =>
  useInfiniteQuery({
    queryKey: [...ASSESSMENTS, "mine"],
    queryFn: ({ pageParam, signal }) => listMine(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: following,
    staleTime: 0,
  });

export const useScores = (narrow: Narrow, by: ScoresBy) =>
  useQuery({
    queryKey: [...ASSESSMENTS, "scores", narrow, by],
    queryFn: ({ signal }) => fetchScores(narrow, by, signal),
    placeholderData: (before) => before,
    staleTime: 0,
  });

export const useQuestionScores = (narrow: Narrow) =>
  useQuery({
    queryKey: [...ASSESSMENTS, "questions", narrow],
    queryFn: ({ signal }) => fetchQuestionScores(narrow, signal),
    enabled: narrow.scorecard_id !== undefined,
    staleTime: 0,
  });

export const useAgreement = (card: string | null, days: number) =>
  useQuery({
    queryKey: [...ASSESSMENTS, "agreement", card, days],
    queryFn: ({ signal }) => fetchAgreement(card ?? "", days, signal),
    enabled: card !== null,
    staleTime: 0,
  });

export const useDiffering = (card: string | null, days: number) =>
  useInfiniteQuery({
    queryKey: [...ASSESSMENTS, "differing", card, days],
    queryFn: ({ pageParam, signal }) => listDiffering(card ?? "", days, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: following,
    enabled: card !== null,
    staleTime: 0,
  });

export const useAssessment = (id: string) =>
  useQuery({
    queryKey: [...ASSESSMENTS, "one", id],
    queryFn: ({ signal }) => fetchAssessment(id, signal),
    staleTime: 0,
  });

export const useMessages = (id: string | null) =>
  useQuery({
    queryKey: ["messages", id],
    queryFn: ({ signal }) => fetchMessages(id ?? "", signal),
    enabled: id !== null,
  });

/** A change of one assessment: what comes back is what is shown from then on, and all figures are old. */
export function useChange<Fields>(id: string, change: (fields: Fields) => Promise<Assessment>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (changed) => {
      client.setQueryData([...ASSESSMENTS, "one", id], changed);
      void client.invalidateQueries({
        queryKey: ASSESSMENTS,
        predicate: ({ queryKey }) => queryKey[2] !== id,
      });
    },
  });
}

/** After a change of a card or a list all that is known of quality review is old. */
export function useSettled(): () => void {
  const client = useQueryClient();
  return () => {
    for (const queryKey of [CARDS, PLANS, ASSESSMENTS]) void client.invalidateQueries({ queryKey });
  };
}
