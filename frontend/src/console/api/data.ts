/** The calls about the company's data as such: exports, and customers who are to be forgotten. */

import { api } from "./typed";

export type { CustomerRow as CustomerEntry, ExportRow as ExportJob } from "../../shared/api";

export const listExports = (signal: AbortSignal) => api.get("/exports", { signal });

export const exportWorkspace = () => api.post("/exports", { body: { kind: "workspace" } });

export const exportCustomer = (customer_id: string) =>
  api.post("/exports", { body: { kind: "customer", customer_id } });

export const listCustomers = (asked: { search: string; cursor: string | null }, signal: AbortSignal) =>
  api.get("/customers", {
    query: { ...(asked.search && { search: asked.search }), ...(asked.cursor && { cursor: asked.cursor }) },
    signal,
  });

/** `confirm` is the customer's name, e-mail address or id, typed by hand. */
export const eraseCustomer = (customer_id: string, confirm: string) =>
  api.post("/customers/{customer_id}/erase", { path: { customer_id }, body: { confirm } });
