/** What a report can be narrowed to: whatever there was in these days, by the names that the server gives. */

import { t } from "@lingui/core/macro";
import { type BreakdownRow, FILTERS, type FilterName } from "../../api/reports";
import { languageName } from "../../ui/languages";
import { useBreakdown } from "../useReports";
import type { Report } from "./useChosen";

export const FILTER_NAMES: Record<FilterName, string> = {
  team: t`Team`,
  agent: t`Agent`,
  topic: t`Topic`,
  channel: t`Channel`,
  language: t`Language`,
  rules_version: t({ message: "Rules", context: "which version of them" }),
  knowledge: t`Knowledge`,
  part: t`Who answered`,
  trigger: t`Reason of the handover`,
  weekday: t`Weekday`,
  hour: t`Hour of the day`,
};

const BY: Record<FilterName, string> = {
  team: t`By team`,
  agent: t`By agent`,
  topic: t`By topic`,
  channel: t`By channel`,
  language: t`By language`,
  rules_version: t`By version of the rules`,
  knowledge: t`By state of the knowledge`,
  part: t`By who answered`,
  trigger: t`By reason of the handover`,
  weekday: t`By weekday`,
  hour: t`By hour of the day`,
};

/** How a table is apart; one that is not known here by its own name. */
export const byWords = (key: string, name: string): string =>
  FILTERS.some((one) => one === key) ? BY[key as FilterName] : name;

/** Those that one chooses from; the others come by opening a row of a breakdown. */
export const CHOSEN_FROM: readonly FilterName[] = FILTERS.filter(
  (name) => name !== "weekday" && name !== "hour",
);

/** All of these days, whatever else is chosen. */
export const useChoices = (report: Report, name: FilterName, wanted = true) =>
  useBreakdown(wanted ? { ...report.period, filter: {} } : null, ["volume"], name);

/** Whatever people had a part in, as the Klarna check counts it. */
export const PEOPLE = "agent,both";

/** A row of a breakdown by its name; the bare code of a language in words. */
export function rowName(by: string, { key, name }: Pick<BreakdownRow, "key" | "name">): string {
  if (by === "part" && key === PEOPLE) return t`People had a part in it`;
  if (by === "language" && key !== "none" && (name === "" || name === key)) return languageName(key);
  return name || (key === "none" ? t({ message: "None", context: "of the choices" }) : key);
}

export function nameOf(by: string, key: string, rows: { data: BreakdownRow[] } | undefined): string {
  const row = rows?.data.find((one) => one.key === key);
  return rowName(by, row ?? { key, name: "" });
}
