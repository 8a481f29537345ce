/** The words of the labels, and their keys. */

import { t } from "@lingui/core/macro";
import type { Verdict } from "../../api/quality";

export const CHOICES: readonly [key: string, verdict: Verdict, label: string][] = [
  ["1", "right", t({ message: "Right", context: "a handover" })],
  ["2", "too_late", t`Too late`],
  ["3", "needless", t`Not needed`],
];

const SAYS: Record<Verdict, string> = {
  right: t`The handover was right.`,
  too_late: t`The handover came too late.`,
  needless: t`The handover was not needed.`,
};

export const inWords = (verdict: Verdict): string => SAYS[verdict];
