/** The calls of the Queue page, and of the calls that customers were promised. */

import type { CallOutcomeForm, WaitFigures } from "../../shared/api";
import { api } from "./typed";

export type {
  CallbackRow as PromisedCall,
  CallWindow,
  DeskPerson as Worker,
  HeldShare as Share,
  QueueOfTeam as TeamQueue,
  QueueReport,
  WaitFigures as Figures,
  WaitingConversation as WaitingRow,
  WaitRange as Range,
  WaitRow as Wait,
} from "../../shared/api";

export type WaitKind = Exclude<keyof WaitFigures, "share">;
export type Outcome = CallOutcomeForm["outcome"];

export const WAIT_KINDS = [
  "waits",
  "taken",
  "left",
  "called",
  "no_range",
  "told",
  "held",
  "early",
  "late",
] as const satisfies readonly WaitKind[];

export const fetchQueue = (signal: AbortSignal) => api.get("/queue", { signal });

export const fetchReport = (days: number, signal: AbortSignal) =>
  api.get("/queue/report", { query: { days }, signal });

export interface AskedWaits {
  kind: WaitKind;
  days: number;
  team_id?: string;
}

export const listWaits = (asked: AskedWaits, cursor: string | null, signal: AbortSignal) =>
  api.get("/queue/waits", { query: { ...asked, ...(cursor && { cursor }) }, signal });

export const listCalls = (asked: { conversation_id?: string }, signal: AbortSignal) =>
  api.get("/callbacks", { query: asked, signal });

export const fetchWindows = (call_id: string, signal: AbortSignal) =>
  api.get("/callbacks/{call_id}/outcome", { path: { call_id }, signal });

export const sayOutcome = (call_id: string, outcome: Outcome, again_at: string | null) =>
  api.post("/callbacks/{call_id}/outcome", { path: { call_id }, body: { outcome, again_at } });

export const assign = (conversation_id: string, agent_id: string, epoch: number) =>
  api.put("/conversations/{conversation_id}/assignee", {
    path: { conversation_id },
    body: { agent_id, epoch },
  });
