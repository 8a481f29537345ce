/** The calls about leads: who may become a customer, as the assistant was told. */

import { call } from "./client";

export type LeadState = "new" | "contacted" | "won" | "lost";

export interface Lead {
  id: string;
  name: string;
  email: string;
  phone: string;
  company: string;
  /** In the order of the questions. */
  told: { label: string; value: string }[];
  score: number;
  /** The criteria that held, in words. */
  reasons: string[];
  good: boolean;
  state: LeadState;
  conversation_id: string | null;
  created_at: string;
}

export interface LeadFilter {
  state: LeadState | "";
  good: boolean;
}

export const listLeads = (
  { state, good }: LeadFilter,
  cursor: string,
  signal: AbortSignal,
): Promise<{ data: Lead[]; has_more: boolean; next_cursor: string | null }> => {
  const asked = new URLSearchParams({
    ...(state && { state }),
    ...(good && { good: "true" }),
    ...(cursor && { cursor }),
  });
  return call(`leads?${asked}`, { signal });
};

export const setLeadState = (id: string, state: LeadState): Promise<Lead> =>
  call(`leads/${encodeURIComponent(id)}`, { method: "PATCH", body: { state } });
