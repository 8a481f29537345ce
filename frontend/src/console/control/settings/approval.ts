/** What forces approval, as one chooses it; pure. */

import { t } from "@lingui/core/macro";
import type { ControlSettings } from "../../api/control";

export type Approval = "never" | "high" | "raised";

export const CHOICES: { value: Approval; label: string }[] = [
  { value: "never", label: t`Not because of the risk` },
  { value: "high", label: t`When the risk is high` },
  { value: "raised", label: t`When the risk is raised or high` },
];

export const approvalOf = (stored: ControlSettings["approve_from"]): Approval => stored ?? "never";

/** The topics with one more, or with another choice for one that is there. */
export function withTopic(
  topics: ControlSettings["topics"],
  topic: string,
  chosen: Approval,
): ControlSettings["topics"] {
  const entry = { topic, approve_from: chosen === "never" ? null : chosen };
  const others = topics.filter((one) => one.topic !== topic);
  return [...others, entry].sort((a, b) => a.topic.localeCompare(b.topic));
}
