/** The recovery codes as a text that is understood when it is found a year later; pure. */

export function codesAsText(
  codes: readonly string[],
  { email, host }: { email: string; host: string },
): string {
  return [`Recovery codes of ${email} at ${host}`, "Each opens the account once.", "", ...codes, ""].join(
    "\n",
  );
}
