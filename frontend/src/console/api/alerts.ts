/** The calls about alerts, which are everybody's own. */

import { call } from "./client";

export interface Alert {
  id: string;
  kind: string;
  grave: boolean;
  subject: string;
  text: string;
  conversation_id: string | null;
  /** Where in the console it leads. */
  link: string | null;
  /** How often it happened while it was not seen. */
  count: number;
  first_at: string;
  raised_at: string;
  seen: boolean;
}

export interface AlertPage {
  data: Alert[];
  has_more: boolean;
  next_cursor: string | null;
  unseen: number;
}

export const fetchAlerts = (cursor: string | null, signal: AbortSignal): Promise<AlertPage> =>
  call(`alerts?${new URLSearchParams(cursor ? { cursor } : {})}`, { signal });

export const countAlerts = async (signal: AbortSignal): Promise<number> =>
  (await call<AlertPage>("alerts?limit=1", { signal })).unseen;

export const seeAlert = (id: string): Promise<Alert> =>
  call(`alerts/${id}`, { method: "PUT", body: { seen: true } });

export const seeAllAlerts = (): Promise<{ seen: number }> =>
  call("alerts/seen", { method: "POST", body: {} });
