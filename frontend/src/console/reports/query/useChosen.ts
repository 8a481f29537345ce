/** The chosen days and filters as a hook: what to ask the server for, and how to change it. */

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useSearchParams } from "wouter";
import type { Asked, Grain, Period } from "../../api/reports";
import { fetchWorkspace } from "../../api/workspace";
import { useMe } from "../../desk/DeskContext";
import { type Chosen, readChosen, writeChosen } from "./chosen";
import { moved, periodOf, reaching, todayIn, usualGrain } from "./period";

/** The company's zone; undefined until it is known. Without the right to know it, the reader's own. */
function useZone(): string | undefined {
  const { data, error } = useQuery({
    queryKey: ["workspace"],
    queryFn: ({ signal }) => fetchWorkspace(signal),
  });
  if (!data && !error) return undefined;
  return data?.time_zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}

export interface Report extends Chosen {
  today: string;
  /** The company's. */
  zone: string;
  /** The first day that the plan shows; null: all of them. */
  reaches: string | null;
  period: Period;
  asked: Asked;
  /** How the lines are cut. */
  cut: Grain;
}

export interface ChosenReport {
  /** Null until it is known what day it is at the company. */
  report: Report | null;
  change: (change: Partial<Chosen>) => void;
}

export function useChosen(): ChosenReport {
  const [query, setQuery] = useSearchParams();
  const zone = useZone();
  const today = zone && todayIn(zone, Date.now());
  const days = useMe().plan.history_days;
  const words = query.toString();
  const report = useMemo(() => {
    if (!zone || !today) return null;
    const chosen = readChosen(new URLSearchParams(words));
    const reaches = days === null ? null : moved(today, -days);
    const period = reaching(periodOf(chosen.choice, today), reaches);
    const asked: Asked = { ...period, filter: chosen.filter };
    return { ...chosen, today, zone, reaches, period, asked, cut: chosen.grain ?? usualGrain(period) };
  }, [words, zone, today, days]);
  return {
    report,
    change: (change) => setQuery((before) => writeChosen(before, change), { replace: true }),
  };
}
