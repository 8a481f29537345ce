/** The calls about the connector to the company's own system. */

import type { Page } from "../../shared/wire";
import { call } from "./client";

export interface ConnectorSettings {
  on: boolean;
  address: string;
  reads: string[];
  acts: string[];
  seconds: number;
}

export interface Connector extends ConnectorSettings {
  has_secret: boolean;
  old_secret_until: string | null;
  /** Until when the log keeps the bodies of calls. */
  keeps_until: string | null;
  left_alone_seconds: number | null;
  calls_today: number;
  failed_today: number;
  may_read: string[];
  may_act: string[];
}

export interface TestOutcome {
  ok: boolean;
  problem: string | null;
  found: number;
  took_ms: number;
  request: { method: string; url: string; headers: Record<string, string>; body: string };
  reply: { status: number; content_type: string; body: string } | null;
}

export interface CallEntry {
  id: string;
  at: string;
  purpose: "read" | "act" | "test";
  method: string;
  path: string;
  outcome: string;
  status: number | null;
  took_ms: number;
  problem: string;
  has_bodies: boolean;
}

export interface WaitingAction {
  id: string;
  kind: string;
  subject: string;
  state: "pending" | "failed";
  amount: string | null;
  currency: string | null;
  problem: string;
  conversation_id: string | null;
  created_at: string;
}

export interface TestAsked {
  kind: string;
  number?: string;
  email?: string;
}

export const fetchConnector = (signal: AbortSignal): Promise<Connector> => call("connector", { signal });

export const changeConnector = (
  fields: Partial<ConnectorSettings> & { keep_minutes?: number },
): Promise<Connector> => call("connector", { method: "PATCH", body: fields });

export const makeSecret = (): Promise<{ secret: string }> => call("connector/secret", { method: "POST" });

export const testConnector = (asked: TestAsked): Promise<TestOutcome> =>
  call("connector/test", { method: "POST", body: asked });

export function listCalls(
  asked: { failed: boolean; cursor: string | null },
  signal: AbortSignal,
): Promise<Page<CallEntry>> {
  const query = new URLSearchParams({ failed: String(asked.failed) });
  if (asked.cursor) query.set("cursor", asked.cursor);
  return call(`connector/calls?${query}`, { signal });
}

export const fetchBodies = (
  id: string,
  signal: AbortSignal,
): Promise<{ request: string | null; reply: string | null }> =>
  call(`connector/calls/${encodeURIComponent(id)}`, { signal });

export const listActions = (signal: AbortSignal): Promise<{ data: WaitingAction[] }> =>
  call("connector/actions", { signal });

export const retryAction = (id: string): Promise<WaitingAction> =>
  call(`connector/actions/${encodeURIComponent(id)}/retry`, { method: "POST" });
