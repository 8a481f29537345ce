/** Which of the conversations behind a number, in words; pure. */

import type { Metric, Which } from "../../api/reports";

export const ALL = "All that count";

/** The two sides of each share. */
const SIDES: Record<string, readonly [hit: string, other: string]> = {
  resolution_quality: ["Stayed solved", "Did not"],
  repeat_contact: ["Came again", "Did not"],
  reopened: ["Opened again", "Stayed closed"],
  csat: ["Rated 4 or 5", "Rated lower"],
  csat_assistant: ["Rated 4 or 5", "Rated lower"],
  csat_agent: ["Rated 4 or 5", "Rated lower"],
  survey_response: ["Answered", "Did not"],
  repeats_after_handover: ["Had to repeat", "Did not"],
  missed_escalations: ["Missed", "Rightly alone"],
  needless_escalations: ["Not needed", "Needed"],
  churn_risk: ["At risk", "Not at risk"],
  saves: ["Saved", "Not saved"],
  promises_kept: ["All kept", "Some broken"],
  sla_met: ["All in time", "Some late"],
  assistant_share: ["Assistant alone", "With people"],
  deflection: ["Never needed the desk", "Did"],
};

/** A share has two sides; other figures are of all that count. */
export const whichOf = ({ unit }: Pick<Metric, "unit">): readonly Which[] =>
  unit === "share" ? ["counted", "hit", "missed_hit"] : ["counted"];

export function sideInWords({ key }: Pick<Metric, "key">, which: Which): string {
  if (which === "counted") return ALL;
  const [hit, other] = SIDES[key] ?? ["Those that are", "Those that are not"];
  return which === "hit" ? hit : other;
}
