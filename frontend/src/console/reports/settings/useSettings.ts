/** What an hour of a person and the tokens of a model cost, and in which money. */

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { changeReportSettings, fetchReportSettings } from "../../api/reports";

const SETTINGS = ["reports", "settings"] as const;

export const useReportSettings = () =>
  useQuery({ queryKey: SETTINGS, queryFn: ({ signal }) => fetchReportSettings(signal) });

export const useCurrency = (): string | undefined => useReportSettings().data?.currency || undefined;

export function useChangePrices() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: changeReportSettings,
    onSuccess: (saved) => {
      client.setQueryData(SETTINGS, saved);
      void client.invalidateQueries({ queryKey: ["reports"] });
    },
  });
}
