/** Which of the conversations behind a number, in words; pure. */

import { t } from "@lingui/core/macro";
import type { Metric, Which } from "../../api/reports";

export const ALL = t`All that count`;

/** The two sides of each share. */
const SIDES: Record<string, readonly [hit: string, other: string]> = {
  resolution_quality: [t`Stayed solved`, t({ message: "Did not", context: "stay solved" })],
  repeat_contact: [t`Came again`, t({ message: "Did not", context: "come again" })],
  reopened: [t`Opened again`, t`Stayed closed`],
  csat: [t`Rated 4 or 5`, t`Rated lower`],
  csat_assistant: [t`Rated 4 or 5`, t`Rated lower`],
  csat_agent: [t`Rated 4 or 5`, t`Rated lower`],
  survey_response: [t`Answered`, t({ message: "Did not", context: "answer" })],
  repeats_after_handover: [t`Had to repeat`, t({ message: "Did not", context: "repeat" })],
  missed_escalations: [t`Missed`, t`Rightly alone`],
  needless_escalations: [t`Not needed`, t`Needed`],
  churn_risk: [t`At risk`, t`Not at risk`],
  saves: [
    t({ message: "Saved", context: "a customer who might have left" }),
    t({ message: "Not saved", context: "a customer who might have left" }),
  ],
  promises_kept: [t`All kept`, t`Some broken`],
  sla_met: [t`All in time`, t`Some late`],
  assistant_share: [t`Assistant alone`, t`With people`],
  deflection: [t`Never needed the desk`, t({ message: "Did", context: "need the desk" })],
};

/** A share has two sides; other figures are of all that count. */
export const whichOf = ({ unit }: Pick<Metric, "unit">): readonly Which[] =>
  unit === "share" ? ["counted", "hit", "missed_hit"] : ["counted"];

export function sideInWords({ key }: Pick<Metric, "key">, which: Which): string {
  if (which === "counted") return ALL;
  const [hit, other] = SIDES[key] ?? [t`Those that are`, t`Those that are not`];
  return which === "hit" ? hit : other;
}
