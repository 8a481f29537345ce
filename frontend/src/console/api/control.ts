/** The calls of the control room: live conversations of the assistant by risk, and what a supervisor does about one. */

import type { Author, Named } from "../../shared/wire";
import { call } from "./client";

export const TIERS = ["high", "raised", "low"] as const;
export type Tier = (typeof TIERS)[number];

/** Words that somebody wrote, and where they stand in the log. */
export interface Said {
  text: string;
  seq: number;
}

export interface Reason {
  kind: string;
  /** The whole of it in words: "Anger 61%, clear from 70%". */
  label: string;
  /** Both within 0..1 where the reason is measured; null where it is a plain fact. */
  value: number | null;
  threshold: number | null;
  /** What the customer wrote, as evidence. */
  words: Said | null;
}

export interface Spoken {
  author: Author["kind"];
  text: string;
  at: string;
  seq: number;
}

export type State = "answering" | "waits_for_customer" | "draft_waits" | "asked_for_hold";

/** How a supervisor says what the next turn is to do. */
export const GUIDANCE = ["words", "say", "article", "ask_for", "pass_on"] as const;
export type GuidanceKind = (typeof GUIDANCE)[number];

export interface Guidance {
  id: string;
  kind: GuidanceKind;
  text: string;
  by: Named | null;
  at: string;
  /** Used once: it waits for the next turn, is in the answer that waits for a yes, or could not be followed. */
  state: "waiting" | "drafted" | "failed" | "followed" | "taken_back" | "ended";
  /** Why it could not be followed. */
  because: string | null;
}

export const DISMISSALS = ["handled", "harmless", "known", "other"] as const;
export type Dismissal = (typeof DISMISSALS)[number];

export interface RiskRow {
  conversation_id: string;
  epoch: number;
  customer: { id: string; name: string };
  channel: "widget" | "email" | "api";
  language: string;
  topic: string;
  /** Who is to have it when a person is needed. */
  team: Named | null;
  subject: string;
  /** 0..100. */
  risk: number;
  tier: Tier;
  reasons: Reason[];
  last_exchange: Spoken[];
  state: State;
  hold: { by: Named | null; at: string } | null;
  guidance: Guidance | null;
  draft: {
    id: string;
    text: string;
    reason: string;
    due_at: string | null;
    confidence: number | null;
  } | null;
  began_at: string;
  updated_at: string;
  dismissed: { by: Named | null; at: string; reason: Dismissal; because: string | null } | null;
}

export interface ControlSettings {
  /** Risk from which a conversation is raised, and high. */
  raised_from: number;
  high_from: number;
  /** From which tier on an answer waits for a yes; null: the tier forces nothing. */
  approve_from: "high" | "raised" | null;
  /** Topics that go their own way. */
  topics: { topic: string; approve_from: "high" | "raised" | null }[];
  /** Whether supervisors are alerted to a new high risk. */
  alerts: boolean;
}

export interface ControlRoom {
  /** The gravest first. */
  data: RiskRow[];
  /** There are more than a room shows. */
  has_more: boolean;
  settings: ControlSettings;
}

export const fetchControlRoom = (signal: AbortSignal): Promise<ControlRoom> =>
  call("control_room", { signal });

const at = (id: string, what: string): string => `conversations/${encodeURIComponent(id)}/${what}`;

export interface NewGuidance {
  kind: GuidanceKind;
  text: string;
  article_id?: string;
  team_id?: string;
}

/** A private instruction that the next turn obeys. */
export const guide = (id: string, epoch: number, guidance: NewGuidance): Promise<Guidance> =>
  call(at(id, "guidance"), { method: "POST", body: { epoch, ...guidance } });

export const takeGuidanceBack = (id: string): Promise<null> => call(at(id, "guidance"), { method: "DELETE" });

/** The next reply waits for a yes, also one that is under way. */
export const hold = (id: string, epoch: number): Promise<unknown> =>
  call(at(id, "hold"), { method: "PUT", body: { epoch } });

export const letGo = (id: string): Promise<unknown> => call(at(id, "hold"), { method: "DELETE" });

/** The risk is looked at; it comes back when it rises further. */
export const dismiss = (id: string, reason: Dismissal, because: string): Promise<unknown> =>
  call(at(id, "risk/dismiss"), { method: "POST", body: { reason, because } });

export const bringBack = (id: string): Promise<unknown> => call(at(id, "risk/dismiss"), { method: "DELETE" });

export const fetchControlSettings = (signal: AbortSignal): Promise<ControlSettings> =>
  call("control_room/settings", { signal });

export const saveControlSettings = (settings: ControlSettings): Promise<ControlSettings> =>
  call("control_room/settings", { method: "PUT", body: settings });
