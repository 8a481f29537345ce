/** Names of what the query cache holds. */

import type { InboxView } from "../inbox/address";

export const keys = {
  rows: (view: InboxView, q: string) => ["rows", view, q] as const,
  allRows: ["rows"] as const,
  row: (id: string) => ["row", id] as const,
  counts: ["counts"] as const,
  filters: ["filters"] as const,
  alerts: ["alerts"] as const,
  alertCount: ["alerts", "count"] as const,
  alertList: ["alerts", "list"] as const,
  agents: ["agents"] as const,
  teams: ["teams"] as const,
  conversation: (id: string) => ["conversation", id] as const,
  translations: (id: string) => ["translations", id] as const,
};
