/** Why a version came to be, in words after a name; pure. */

import type { Cause } from "../../api/articles";

const WORDS: Record<Cause, string> = {
  written: "changed it",
  import: "imported it",
  gap: "closed a gap",
  correction: "took over a correction",
  removed: "removed it",
  restored: "brought it back",
};

export const causeInWords = (cause: Cause, number: number): string =>
  cause === "written" && number === 1 ? "wrote it" : (WORDS[cause] ?? "changed it");
