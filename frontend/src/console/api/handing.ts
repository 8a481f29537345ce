/** The calls about tasks of the desk, what was decided and promised, and what is known already. */

import type { Named } from "../../shared/wire";
import type { ConversationRow } from "../desk/wire";
import { call } from "./client";
import type { Estimate } from "./quality";

export interface DeskTask {
  id: string;
  title: string;
  details: string;
  team: Named | null;
  owner: Named | null;
  state: "open" | "done" | "dropped";
  due_at: string;
  result: string;
  created_by: Named;
  created_at: string;
  closed_by: Named | null;
  closed_at: string | null;
}

export interface Teamwork {
  id: string;
  /** By whom the customer hears once all is done. */
  telling: "holder" | "text";
  text: string;
  ended_at: string | null;
  told: boolean;
}

export interface Tasks {
  data: DeskTask[];
  teamwork: Teamwork | null;
}

export interface NewTask {
  client_id: string;
  title: string;
  details: string;
  team_id: string | null;
  owner_id: string | null;
  due_at: string;
}

const at = (id: string) => `conversations/${encodeURIComponent(id)}`;
const post = <Reply>(path: string, body: object = {}): Promise<Reply> => call(path, { method: "POST", body });

export const fetchTasks = (id: string, signal: AbortSignal): Promise<Tasks> =>
  call(`${at(id)}/tasks`, { signal });

export const beginTask = (id: string, task: NewTask): Promise<DeskTask> => post(`${at(id)}/tasks`, task);

export const takeTask = (id: string): Promise<DeskTask> => post(`tasks/${id}/take`);
export const finishTask = (id: string, result: string): Promise<DeskTask> =>
  post(`tasks/${id}/done`, { result });
export const dropTask = (id: string): Promise<DeskTask> => post(`tasks/${id}/drop`);
export const reopenTask = (id: string): Promise<DeskTask> => post(`tasks/${id}/reopen`);

export const tellBy = (id: string, telling: Teamwork["telling"], text: string): Promise<Teamwork> =>
  call(`${at(id)}/teamwork`, { method: "PUT", body: { telling, text } });

export const resolveAndDrop = (id: string, epoch: number): Promise<ConversationRow> =>
  post(`${at(id)}/resolve`, { epoch, drop_tasks: true });

export interface DecidedFact {
  id: string;
  text: string;
  seq: number | null;
  decided_by: Named;
  decided_at: string;
}

export interface Promised {
  id: string;
  text: string;
  seq: number | null;
  by: string;
  state: "open" | "kept" | "released" | "none";
  due_at: string | null;
  created_at: string;
}

/** A sentence of the desk's that sounds like one. */
export interface Perhaps {
  text: string;
  seq: number;
  by: string;
  due_at: string | null;
}

export interface Commitments {
  facts: DecidedFact[];
  promises: Promised[];
  perhaps_decided: Perhaps[];
  perhaps_promised: Perhaps[];
}

export const fetchCommitments = (id: string, signal: AbortSignal): Promise<Commitments> =>
  call(`${at(id)}/commitments`, { signal });

export const decide = (id: string, text: string, seq: number): Promise<DecidedFact> =>
  post(`${at(id)}/decided_facts`, { text, seq });

export const withdraw = (factId: string): Promise<void> =>
  call(`decided_facts/${factId}`, { method: "DELETE" });

export const keepPromise = (id: string, said: Pick<Perhaps, "text" | "seq" | "due_at">): Promise<Promised> =>
  post(`${at(id)}/promises`, { text: said.text, seq: said.seq, due_at: said.due_at });

export const dismissPromise = (id: string, said: Pick<Perhaps, "text" | "seq">): Promise<Promised> =>
  post(`${at(id)}/promises`, { text: said.text, seq: said.seq, is_promise: false });

export const closePromise = (promiseId: string, state: Promised["state"]): Promise<Promised> =>
  call(`promises/${promiseId}`, { method: "PATCH", body: { state } });

/** What goes with the baton back to the assistant. */
export interface Brief {
  brief: string;
  facts: { text: string; seq: number }[];
  promises: { id: string; state: "kept" | "released" | "open" }[];
}

export const handBack = (id: string, epoch: number, brief: Brief): Promise<ConversationRow> =>
  post(`${at(id)}/handback`, { epoch, ...brief });

export interface AskedAgain {
  name: string;
  label: string;
  value: string;
  /** The customer's message; null for their record. */
  seq: number | null;
  sentence: string;
}

export const asksKnown = (id: string, text: string): Promise<{ data: AskedAgain[] }> =>
  post(`${at(id)}/asks_known`, { text });

export interface HandoverSettings {
  transfer_needs_note: boolean;
}

export const fetchHandoverSettings = (signal?: AbortSignal): Promise<HandoverSettings> =>
  call("handover_settings", { ...(signal && { signal }) });

export const setHandoverSettings = (settings: HandoverSettings): Promise<HandoverSettings> =>
  call("handover_settings", { method: "PUT", body: settings });

export interface Repeats {
  days: number;
  handovers: number;
  repeated: number;
  share: Estimate | null;
  kinds: { what: string; label: string; asked: number; given: number }[];
  conversations: {
    conversation_id: string;
    customer: string;
    agent: string | null;
    accepted_at: string;
    repeats: { by: "agent" | "customer"; label: string; seq: number }[];
  }[];
}

export const fetchRepeats = (days: number, signal: AbortSignal): Promise<Repeats> =>
  call(`handovers/repeats?days=${days}`, { signal });

/** Names of what the query cache holds of a conversation's tasks and commitments. */
export const handingKeys = {
  of: (id: string) => ["handing", id] as const,
  tasks: (id: string) => ["handing", id, "tasks"] as const,
  commitments: (id: string) => ["handing", id, "commitments"] as const,
  settings: ["handover-settings"] as const,
  repeats: (days: number) => ["handover-repeats", days] as const,
};
