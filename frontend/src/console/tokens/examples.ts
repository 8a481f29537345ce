/** A first request to try a token with; pure. */

const READS: Readonly<Record<string, string>> = {
  "conversations:read": "conversations",
  "customers:read": "customers",
  "knowledge:read": "articles",
  "people:read": "people",
  "rules:read": "rules",
  "settings:read": "workspace",
  "records:read": "orders",
  "skills:read": "skills",
  "webhooks:read": "webhooks",
  "audit:read": "audit",
};

/** A path below /api/v1/ that one of the scopes opens; null when none of them reads. */
export function pathToTry(scopes: readonly string[]): string | null {
  return Object.entries(READS).find(([scope]) => scopes.includes(scope))?.[1] ?? null;
}
