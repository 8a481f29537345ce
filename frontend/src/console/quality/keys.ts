/** The keys of an assessment, for the sheet behind `?`. */

import { t } from "@lingui/core/macro";
export const ASSESSING_KEYS: { keys: string[]; says: string }[] = [
  { keys: ["1", "…", "9"], says: t`Answer the marked question` },
  { keys: ["0"], says: t`It does not apply` },
  { keys: ["j", "k"], says: t`Next question, the one before` },
  { keys: ["q"], says: t`Quote a message; Esc leaves it` },
];
