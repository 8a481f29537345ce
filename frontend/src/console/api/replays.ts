/** The calls about replays: other rules over past conversations. */

import type { paths, RuleReplayForm, RuleReplayRow } from "../../shared/api";
import type { RuleDocument } from "./rules";
import { api } from "./typed";

export type {
  ReplayedConversationRow as ReplayedWhole,
  ReplayedDecision,
  ReplayedRow as Replayed,
  ReplayedSide as Outcome,
  ReplayResult,
  ReplayWaits as Waits,
  ReplayWork as Work,
  RuleReplayHead as ReplayHead,
  RuleReplayRow as Replay,
  RulesConsidered as Considered,
} from "../../shared/api";

export type ReplayState = RuleReplayRow["state"];

export type ReplayWish = Required<Omit<RuleReplayForm, "document">> & { document: RuleDocument | null };

type ReplayedQuery = NonNullable<
  paths["/rules/replays/{replay_id}/conversations"]["get"]["parameters"]["query"]
>;

export type Side = NonNullable<ReplayedQuery["side"]>;

/** Which conversations of a replay; what is left out does not matter. */
export type Behind = Pick<ReplayedQuery, "change" | "side" | "rule" | "hour">;

export const listReplays = (signal: AbortSignal) => api.get("/rules/replays", { signal });

export const fetchReplay = (replay_id: string, signal: AbortSignal) =>
  api.get("/rules/replays/{replay_id}", { path: { replay_id }, signal });

export const startReplay = ({ document, ...wish }: ReplayWish) =>
  api.post("/rules/replays", { body: { ...wish, document: document && { ...document } } });

export const cancelReplay = (replay_id: string) =>
  api.post("/rules/replays/{replay_id}/cancel", { path: { replay_id } });

export const listReplayed = (
  { id, behind, cursor }: { id: string; behind: Behind; cursor: string | null },
  signal: AbortSignal,
) =>
  api.get("/rules/replays/{replay_id}/conversations", {
    path: { replay_id: id },
    query: { ...behind, ...(cursor && { cursor }) },
    signal,
  });

export const fetchReplayed = (
  { id, conversation }: { id: string; conversation: string },
  signal: AbortSignal,
) =>
  api.get("/rules/replays/{replay_id}/conversations/{conversation_id}", {
    path: { replay_id: id, conversation_id: conversation },
    signal,
  });
