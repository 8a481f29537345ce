/** Why a version came to be, in words after a name; pure. */

import { t } from "@lingui/core/macro";
import type { Cause } from "../../api/articles";

const WORDS: Record<Cause, string> = {
  written: t`changed it`,
  import: t`imported it`,
  gap: t`closed a gap`,
  correction: t`took over a correction`,
  removed: t`removed it`,
  restored: t`brought it back`,
};

export const causeInWords = (cause: Cause, number: number): string =>
  cause === "written" && number === 1 ? t`wrote it` : (WORDS[cause] ?? t`changed it`);
