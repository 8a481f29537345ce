/** The words of the labels, and their keys. */

import type { Verdict } from "../../api/quality";

export const CHOICES: readonly [key: string, verdict: Verdict, label: string][] = [
  ["1", "right", "Right"],
  ["2", "too_late", "Too late"],
  ["3", "needless", "Not needed"],
];

const SAYS: Record<Verdict, string> = {
  right: "The handover was right.",
  too_late: "The handover came too late.",
  needless: "The handover was not needed.",
};

export const inWords = (verdict: Verdict): string => SAYS[verdict];
