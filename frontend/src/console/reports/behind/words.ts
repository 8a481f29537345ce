/** Which of the conversations behind a number, in words; pure. */

import type { Metric, Which } from "../../api/reports";

export const WHICH: Record<Which, string> = {
  counted: "All that count",
  hit: "Those that are",
  missed_hit: "Those that are not",
};

/** A share has two sides; other figures are of all that count. */
export function whichOf({ unit }: Pick<Metric, "unit">, first: Which): readonly Which[] {
  if (unit === "share") return ["counted", "hit", "missed_hit"];
  return first === "counted" ? ["counted"] : ["counted", first];
}
