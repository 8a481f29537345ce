/** The calls about articles that repeat or contradict each other. */

import type { ArticleOverlap, ArticleOverlapPage, OverlapSide } from "../../shared/api";
import { api } from "./typed";

export type Overlap = ArticleOverlap;
export type Side = OverlapSide;

export const listOverlaps = (signal: AbortSignal): Promise<ArticleOverlapPage> =>
  api.get("/overlaps", { signal });

export const dismissOverlap = (overlap_id: string): Promise<Overlap> =>
  api.post("/overlaps/{overlap_id}/dismiss", { path: { overlap_id } });

export const reopenOverlap = (overlap_id: string): Promise<Overlap> =>
  api.post("/overlaps/{overlap_id}/reopen", { path: { overlap_id } });
