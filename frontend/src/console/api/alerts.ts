/** The calls about alerts, which are everybody's own. */

import { api } from "./typed";

export type { AlertRow as Alert, AlertsPage as AlertPage } from "../../shared/api";

export const fetchAlerts = (cursor: string | null, signal: AbortSignal) =>
  api.get("/alerts", { query: cursor ? { cursor } : {}, signal });

export const countAlerts = async (signal: AbortSignal): Promise<number> =>
  (await api.get("/alerts", { query: { limit: 1 }, signal })).unseen;

export const seeAlert = (alert_id: string) =>
  api.put("/alerts/{alert_id}", { path: { alert_id }, body: { seen: true } });

export const seeAllAlerts = () => api.post("/alerts/seen");
