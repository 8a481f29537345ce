/** What an hour of a person and the tokens of a model cost, and in which money. */

import { useQuery } from "@tanstack/react-query";
import { fetchReportSettings } from "../../api/reports";

export const settingsKey = ["reports", "settings"] as const;

export const useReportSettings = () =>
  useQuery({ queryKey: settingsKey, queryFn: ({ signal }) => fetchReportSettings(signal) });

export const useCurrency = (): string | undefined => useReportSettings().data?.currency || undefined;
