/** What the server knows for the reports. */

import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import {
  type Asked,
  type AskedBehind,
  addMark,
  type Compare,
  fetchBreakdown,
  fetchDefinitions,
  fetchFigures,
  fetchSeries,
  type Grain,
  listBehind,
  type Metric,
  removeMark,
} from "../api/reports";
import { tellFailure } from "../ui/notices";

const REPORTS = ["reports"] as const;
const MEASURED_EVERY = 60_000;

export const useDefinitions = () =>
  useQuery({
    queryKey: [...REPORTS, "definitions"],
    queryFn: ({ signal }) => fetchDefinitions(signal),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const useMetric = (key: string): Metric | undefined =>
  useDefinitions().data?.data.find((metric) => metric.key === key);

/** While somebody looks at them, what is measured meanwhile comes by itself. */
export const useFigures = (asked: Asked | null, metrics: readonly string[], compare: Compare) =>
  useQuery({
    queryKey: [...REPORTS, "figures", asked, metrics, compare],
    queryFn: ({ signal }) => fetchFigures(asked as Asked, metrics, compare, signal),
    enabled: asked !== null && metrics.length > 0,
    placeholderData: keepPreviousData,
    refetchInterval: MEASURED_EVERY,
  });

export const useSeries = (asked: Asked | null, metrics: readonly string[], by: Grain) =>
  useQuery({
    queryKey: [...REPORTS, "series", asked, metrics, by],
    queryFn: ({ signal }) => fetchSeries(asked as Asked, metrics, by, signal),
    enabled: asked !== null && metrics.length > 0,
    placeholderData: keepPreviousData,
  });

export const useBreakdown = (asked: Asked | null, metrics: readonly string[], by: string) =>
  useQuery({
    queryKey: [...REPORTS, "breakdown", asked, metrics, by],
    queryFn: ({ signal }) => fetchBreakdown(asked as Asked, metrics, by, signal),
    enabled: asked !== null && metrics.length > 0,
    placeholderData: (before, query) => (query?.queryKey[4] === by ? before : undefined),
  });

export const useBehind = (asked: AskedBehind) =>
  useInfiniteQuery({
    queryKey: [...REPORTS, "behind", asked],
    queryFn: ({ pageParam, signal }) => listBehind(asked, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => (last.has_more ? last.next_cursor : null),
  });

/** Notes on the charts: written and taken away. */
export function useMarks() {
  const client = useQueryClient();
  const readAgain = () => client.invalidateQueries({ queryKey: [...REPORTS, "series"] });
  const add = useMutation({ mutationFn: addMark, onSuccess: readAgain });
  const remove = useMutation({ mutationFn: removeMark, onSuccess: readAgain, onError: tellFailure });
  return { add, remove };
}
