/** The calls about what the company promises of its replies. */

import type { SlaKept, SlaPolicies, SlaPolicyForm, SlaPolicyRow, SlaPreview } from "../../shared/api";
import { api } from "./typed";

export type Counts = SlaPolicyRow["hours"];
export type Priority = NonNullable<SlaPolicyRow["priority"]>;
/** Minutes of the time that counts; null for no promise. */
export type Promised = Pick<SlaPolicyRow, "first_reply" | "next_reply" | "resolution">;
/** A promise as it is drafted: none has an id there. */
export type Policy = Omit<SlaPolicyRow, "id">;
export type Kept = SlaKept;
export type Policies = Omit<SlaPolicies, "policies"> & { policies: Policy[] };
export type Example = SlaPreview;

export const fetchPolicies = (signal: AbortSignal) => api.get("/sla", { signal });

export const putPolicies = (policies: SlaPolicyForm[]) => api.put("/sla", { body: { policies } });

export const fetchExample = (
  { team_id, hours, minutes }: { team_id: string | null; hours: Counts; minutes: number },
  signal: AbortSignal,
) => api.get("/sla/preview", { query: { hours, minutes, ...(team_id && { team_id }) }, signal });
