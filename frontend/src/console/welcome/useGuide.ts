/** The guide as the server has it: it fills itself from what really happened. */

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { fetchGuide, type Guide, keepPlace } from "../api/guide";
import type { Place } from "./steps";

const GUIDE = ["guide"] as const;
/** What happens elsewhere, such as the widget on a site, shows within seconds. */
const LOOK_EVERY = 5_000;

export const useGuide = () =>
  useQuery({
    queryKey: GUIDE,
    queryFn: ({ signal }) => fetchGuide(signal),
    staleTime: 0,
    refetchInterval: LOOK_EVERY,
  });

export function useReadGuideAgain(): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: GUIDE });
}

/** Keeps the place; a place that could not be kept costs nobody anything. */
export function useKeepPlace(guide: Guide | undefined, place: Place | null): void {
  const client = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: keepPlace,
    onSuccess: (kept) => client.setQueryData(GUIDE, kept),
  });
  const known = guide?.place;
  useEffect(() => {
    if (known !== undefined && place !== null && known !== place) mutate({ place });
  }, [known, place, mutate]);
}

export function useLeaveGuide() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => keepPlace({ left: true }),
    onSuccess: (kept) => client.setQueryData(GUIDE, kept),
  });
}
