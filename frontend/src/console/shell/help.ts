/** Which guide tells of a page, and where in it: the part that the address begins with, the longest first. */

const GUIDES: readonly (readonly [under: string, place: string])[] = [
  ["/console/inbox", "agents/#the-inbox-in-three-panes"],
  ["/console/account", "agents/#your-day"],
  ["/console/customers", "agents/"],
  ["/console/control", "supervisors/#the-control-room"],
  ["/console/queue", "supervisors/#the-queue"],
  ["/console/rules", "supervisors/#rules-when-a-person-comes-in"],
  ["/console/quality", "supervisors/#is-the-work-good"],
  ["/console/reports", "supervisors/#what-the-figures-say"],
  ["/console/audit", "admins/#people-and-safety"],
  ["/console/welcome", "admins/#the-first-half-hour"],
  ["/console/knowledge", "admins/#knowledge-that-is-answered-from"],
  ["/console/skills", "admins/#what-it-may-do-skills"],
  ["/console/records", "admins/#data"],
  ["/console/team", "admins/#people-and-safety"],
  ["/console/tokens", "api/requests/"],
  ["/console/billing/usage", "metering/"],
  ["/console/billing", "billing/"],
  ["/console/data", "admins/#data"],
  ["/console/settings/assistant", "admins/#how-far-it-acts"],
  ["/console/settings/connector", "connector/"],
  ["/console/settings/hours", "admins/#hours-routing-promises"],
  ["/console/settings/migrating", "admins/#data"],
  ["/console/settings/promises", "admins/#hours-routing-promises"],
  ["/console/settings/routing", "admins/#hours-routing-promises"],
  ["/console/settings/webhooks", "webhooks/"],
  ["/console/settings/widget", "widget/"],
  ["/console/settings/security", "admins/#people-and-safety"],
  ["/console/settings", "admins/"],
];

/** All guides. */
export const DOCS = "/docs/";

const isUnder = (path: string, under: string): boolean => path === under || path.startsWith(`${under}/`);

/** Where the guide tells of the page; the list of all guides where none does. */
export function guideFor(path: string): string {
  const fitting = GUIDES.filter(([under]) => isUnder(path, under));
  const [best] = fitting.sort(([one], [other]) => other.length - one.length);
  return best ? `${DOCS}${best[1]}` : DOCS;
}
