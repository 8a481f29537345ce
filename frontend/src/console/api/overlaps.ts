/** The calls about articles that repeat or contradict each other. */

import { call } from "./client";

export interface Side {
  id: string;
  title: string;
  /** The sentence that shows what is the matter. */
  quote: string;
}

export interface Overlap {
  id: string;
  kind: "duplicate" | "contradiction";
  score: number;
  first: Side;
  second: Side;
  found_at: string;
  dismissed: boolean;
}

const at = (id: string): string => `overlaps/${encodeURIComponent(id)}`;

export const listOverlaps = (signal: AbortSignal): Promise<{ data: Overlap[]; has_more: boolean }> =>
  call("overlaps", { signal });

export const dismissOverlap = (id: string): Promise<Overlap> => call(`${at(id)}/dismiss`, { method: "POST" });

export const reopenOverlap = (id: string): Promise<Overlap> => call(`${at(id)}/reopen`, { method: "POST" });
