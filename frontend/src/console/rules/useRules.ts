/** The rules in force, as the server has them. */

import { useQuery } from "@tanstack/react-query";
import { fetchRules } from "../api/rules";

export const RULES_KEY = ["rules"] as const;

export const useRules = () =>
  useQuery({ queryKey: [...RULES_KEY, "in force"], queryFn: ({ signal }) => fetchRules(signal) });
