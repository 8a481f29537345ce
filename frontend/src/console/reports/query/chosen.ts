/** What is chosen, kept in the address: days, comparison, parts, filters; a view of a report can be sent on. */

import { type Compare, FILTERS, type FilterName, type Grain, type ReportFilter } from "../../api/reports";
import { type Choice, isDay, PRESETS, USUAL_DAYS } from "./period";

export interface Chosen {
  choice: Choice;
  compare: Compare;
  /** Null: as fits the period. */
  grain: Grain | null;
  filter: ReportFilter;
}

const COMPARES: readonly string[] = ["previous", "year", "none"];
const GRAINS: readonly string[] = ["day", "week", "month"];

function readChoice(query: URLSearchParams): Choice {
  const [from, to] = [query.get("from"), query.get("to")];
  if (isDay(from) && isDay(to) && from <= to) return { from, to };
  const days = Number(query.get("days"));
  return { days: PRESETS.find((one) => one === days) ?? USUAL_DAYS };
}

export function readChosen(query: URLSearchParams): Chosen {
  const [compare, grain] = [query.get("compare") ?? "", query.get("grain") ?? ""];
  const filter: ReportFilter = {};
  for (const name of FILTERS) {
    const value = query.get(name);
    if (value !== null) filter[name] = value;
  }
  return {
    choice: readChoice(query),
    compare: COMPARES.includes(compare) ? (compare as Compare) : "previous",
    grain: GRAINS.includes(grain) ? (grain as Grain) : null,
    filter,
  };
}

/** The address with a change written into it; what is as usual stays out of it. */
export function writeChosen(query: URLSearchParams, change: Partial<Chosen>): URLSearchParams {
  const next = new URLSearchParams(query);
  const chosen = { ...readChosen(query), ...change };
  for (const name of ["days", "from", "to", "compare", "grain", ...FILTERS]) next.delete(name);
  if ("days" in chosen.choice) {
    if (chosen.choice.days !== USUAL_DAYS) next.set("days", String(chosen.choice.days));
  } else {
    next.set("from", chosen.choice.from);
    next.set("to", chosen.choice.to);
  }
  if (chosen.compare !== "previous") next.set("compare", chosen.compare);
  if (chosen.grain) next.set("grain", chosen.grain);
  for (const name of FILTERS) {
    const value = chosen.filter[name];
    if (value !== undefined) next.set(name, value);
  }
  return next;
}

/** The filter with one of its parts set, or taken away. */
export function narrowedBy(filter: ReportFilter, name: FilterName, value: string | null): ReportFilter {
  const { [name]: _, ...others } = filter;
  return value === null ? others : { ...others, [name]: value };
}
