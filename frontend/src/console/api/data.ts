/** The calls about the company's data as such: exports, and customers who are to be forgotten. */

import type { Named, Page } from "../../shared/wire";
import { call } from "./client";

export interface ExportJob {
  id: string;
  kind: "workspace" | "customer";
  customer: Named | null;
  state: "waiting" | "running" | "done" | "failed" | "expired";
  done: number;
  total: number;
  /** Bytes; null until it is done. */
  size: number | null;
  /** A signed link, good for half an hour; null until it is done. */
  url: string | null;
  expires_at: string | null;
  /** Why it failed, in words. */
  problem: string | null;
  requested_by: Named | null;
  created_at: string;
}

export interface CustomerEntry {
  id: string;
  name: string;
  email: string | null;
  created_at: string;
  /** The record of the same person under which the desk looks. */
  merged_into: string | null;
  conversations: number;
}

export const listExports = (signal: AbortSignal): Promise<{ data: ExportJob[] }> =>
  call("exports", { signal });

export const exportWorkspace = (): Promise<ExportJob> =>
  call("exports", { method: "POST", body: { kind: "workspace" } });

export const exportCustomer = (customerId: string): Promise<ExportJob> =>
  call("exports", { method: "POST", body: { kind: "customer", customer_id: customerId } });

export function listCustomers(
  asked: { search: string; cursor: string | null },
  signal: AbortSignal,
): Promise<Page<CustomerEntry>> {
  const query = new URLSearchParams();
  if (asked.search) query.set("search", asked.search);
  if (asked.cursor) query.set("cursor", asked.cursor);
  return call(`customers?${query}`, { signal });
}

/** `confirm` is the customer's name, e-mail address or id, typed by hand. */
export const eraseCustomer = (id: string, confirm: string): Promise<unknown> =>
  call(`customers/${encodeURIComponent(id)}/erase`, { method: "POST", body: { confirm } });
