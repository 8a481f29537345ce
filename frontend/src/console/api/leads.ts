/** The calls about leads: who may become a customer, as the assistant was told. */

import type { LeadRow } from "../../shared/api";
import { api } from "./typed";

export type { LeadRow as Lead } from "../../shared/api";

export type LeadState = LeadRow["state"];

export interface LeadFilter {
  state: LeadState | "";
  good: boolean;
}

export const listLeads = ({ state, good }: LeadFilter, cursor: string, signal: AbortSignal) =>
  api.get("/leads", {
    query: { ...(state && { state }), ...(good && { good }), ...(cursor && { cursor }) },
    signal,
  });

export const setLeadState = (lead_id: string, state: LeadState) =>
  api.patch("/leads/{lead_id}", { path: { lead_id }, body: { state } });
