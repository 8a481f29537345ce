/** The exports as a list that looks again while one of them is being made. */

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ExportJob, listExports } from "../../api/data";

const exportsKey = ["exports"] as const;
const LOOK_EVERY = 1_500;
/** A link is good for half an hour. */
const RENEW_EVERY = 20 * 60_000;

interface Listed {
  data: ExportJob[];
}

export const isMaking = ({ state }: ExportJob): boolean => state === "waiting" || state === "running";

export function useExports() {
  return useQuery({
    queryKey: exportsKey,
    queryFn: ({ signal }) => listExports(signal),
    staleTime: 0,
    refetchInterval: (query) => (query.state.data?.data.some(isMaking) ? LOOK_EVERY : RENEW_EVERY),
    refetchOnWindowFocus: true,
  });
}

/** Puts a new one at the head of the list; one that was being made already moves there. */
export function useShowExport(): (job: ExportJob) => void {
  const client = useQueryClient();
  return (job) => {
    const others = (data: ExportJob[]) => data.filter(({ id }) => id !== job.id);
    client.setQueryData<Listed>(exportsKey, (known) => known && { data: [job, ...others(known.data)] });
    void client.invalidateQueries({ queryKey: exportsKey });
  };
}

/** How far it is, 0 to 100; null while nobody knows how much there is. */
export const percent = ({ done, total }: ExportJob): number | null =>
  total > 0 ? Math.min(100, Math.round((done / total) * 100)) : null;
