/** The recovery codes as a text that is understood when it is found a year later; pure. */

import { t } from "@lingui/core/macro";
export function codesAsText(
  codes: readonly string[],
  { email, host }: { email: string; host: string },
): string {
  return [t`Recovery codes of ${email} at ${host}`, t`Each opens the account once.`, "", ...codes, ""].join(
    "\n",
  );
}
