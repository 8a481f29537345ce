/** What the server knows of scheduled reports, and every change to them. */

import { plural } from "@lingui/core/macro";
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { listPeople } from "../../api/people";
import {
  addSchedule,
  changeSchedule,
  listRuns,
  listSchedules,
  removeSchedule,
  type Schedule,
  sendNow,
  type Wanted,
} from "../../api/sending";
import { tell, tellFailure } from "../../ui/notices";

const SCHEDULES = ["reports", "schedules"] as const;
const RUNS = ["reports", "runs"] as const;
const WHILE_ONE_GOES = 2_000;

/** While one is on its way, the page looks again by itself. */
export const useSchedules = () =>
  useQuery({
    queryKey: SCHEDULES,
    queryFn: ({ signal }) => listSchedules(signal),
    refetchInterval: ({ state }) =>
      state.data?.data.some((one) => one.last?.state === "waiting") ? WHILE_ONE_GOES : false,
  });

/** `seen` changes whenever a sending began or ended, so that the list is read anew. */
export const useRuns = (seen: string) =>
  useInfiniteQuery({
    queryKey: [...RUNS, seen],
    queryFn: ({ pageParam, signal }) => listRuns(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => (last.has_more ? last.next_cursor : null),
    placeholderData: (before) => before,
  });

export const usePeople = () =>
  useQuery({ queryKey: ["people"], queryFn: ({ signal }) => listPeople(signal) });

export function useKeep(schedule: Schedule | null) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wanted: Wanted) => (schedule ? changeSchedule(schedule.id, wanted) : addSchedule(wanted)),
    onSuccess: () => client.invalidateQueries({ queryKey: SCHEDULES }),
  });
}

export function useActs() {
  const client = useQueryClient();
  const readAgain = () => client.invalidateQueries({ queryKey: SCHEDULES });
  const pause = useMutation({
    mutationFn: ({ id, paused }: Schedule) => changeSchedule(id, { paused: !paused }),
    onSuccess: readAgain,
    onError: tellFailure,
  });
  const send = useMutation({
    mutationFn: ({ id }: Schedule) => sendNow(id),
    onSuccess: (_run, { recipients }) => {
      tell(plural(recipients.length, { one: "It goes to # person now.", other: "It goes to # people now." }));
      return readAgain();
    },
    onError: tellFailure,
  });
  const remove = useMutation({ mutationFn: ({ id }: Schedule) => removeSchedule(id), onSuccess: readAgain });
  return { pause, send, remove };
}
