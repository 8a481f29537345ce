/** The calls about webhooks: where events go, what was sent, and sending it again. */

import type { WebhookDeliveryRow, WebhookForm } from "../../shared/api";
import { api } from "./typed";

export type {
  Webhook,
  WebhookDeliveryRow,
  WebhookDeliveryWhole,
  WebhookEventType,
  WebhookForm,
  WebhookTry,
  WebhookWithSecret,
} from "../../shared/api";

export type DeliveryState = WebhookDeliveryRow["state"];

/** All types, also those to come. */
export const EVERYTHING = "*";

const at = (endpoint_id: string) => ({ path: { endpoint_id } });

export const listWebhooks = (signal: AbortSignal) => api.get("/webhooks", { signal });

export const fetchWebhook = (id: string, signal: AbortSignal) =>
  api.get("/webhooks/{endpoint_id}", { ...at(id), signal });

export const listEventTypes = (signal: AbortSignal) => api.get("/webhook_event_types", { signal });

export const createWebhook = (body: WebhookForm) => api.post("/webhooks", { body });

export interface WebhookChanges extends Partial<WebhookForm> {
  state?: "enabled" | "disabled";
}

export const changeWebhook = (id: string, body: WebhookChanges) =>
  api.patch("/webhooks/{endpoint_id}", { ...at(id), body });

export const removeWebhook = (id: string) => api.delete("/webhooks/{endpoint_id}", at(id));

export const makeWebhookSecret = (id: string) => api.post("/webhooks/{endpoint_id}/secret", at(id));

/** Takes up to ten seconds: the answer of the receiver is in it. */
export const testWebhook = (id: string) => api.post("/webhooks/{endpoint_id}/test", at(id));

export interface DeliveriesAsked {
  state: DeliveryState | "";
  type: string;
  cursor: string | null;
}

export const listDeliveries = (id: string, { state, type, cursor }: DeliveriesAsked, signal: AbortSignal) =>
  api.get("/webhooks/{endpoint_id}/deliveries", {
    ...at(id),
    query: {
      limit: 25,
      ...(state && { state }),
      ...(type && { type: type as "message.created" }),
      ...(cursor && { cursor }),
    },
    signal,
  });

export const fetchDelivery = (delivery_id: string, signal: AbortSignal) =>
  api.get("/webhook_deliveries/{delivery_id}", { path: { delivery_id }, signal });

export const replayDelivery = (delivery_id: string) =>
  api.post("/webhook_deliveries/{delivery_id}/replay", { path: { delivery_id } });

export interface ReplayAsked {
  since: string;
  missed_only: boolean;
}

export const countReplay = (id: string, query: ReplayAsked, signal: AbortSignal) =>
  api.get("/webhooks/{endpoint_id}/replay", { ...at(id), query, signal });

export const replayRange = (id: string, body: ReplayAsked) =>
  api.post("/webhooks/{endpoint_id}/replay", { ...at(id), body });
