/** The modes, from the freest to the strictest, each with what it means for a customer. */

import { t } from "@lingui/core/macro";
import type { AssistantMode } from "../../api/modes";

export interface ModeEntry {
  value: AssistantMode;
  name: string;
  says: string;
  means: string;
}

export const MODES: readonly ModeEntry[] = [
  {
    value: "autopilot",
    name: t`Autopilot`,
    says: t`The assistant answers by itself.`,
    means: t`What it is sure of it answers at once, with its source. Where it is unsure, or a rule speaks up, a person gets it.`,
  },
  {
    value: "supervised",
    name: t`Supervised`,
    says: t`A person looks at each answer first.`,
    means: t`Answers wait in the inbox under “To check” until somebody approves, edits or rejects them. The customer is told.`,
  },
  {
    value: "copilot",
    name: t`Copilot`,
    says: t`The assistant drafts for your people only.`,
    means: t`Every conversation goes to a person, who gets a suggested reply. The assistant never writes to a customer.`,
  },
  {
    value: "off",
    name: t`Off`,
    says: t`People do it all.`,
    means: t`No answers and no drafts, whatever a topic says. The rules still choose the team and the priority.`,
  },
];

export const modeName = (mode: AssistantMode): string =>
  MODES.find((entry) => entry.value === mode)?.name ?? mode;
