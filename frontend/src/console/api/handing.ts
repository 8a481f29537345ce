/** The calls about tasks of the desk, what was decided and promised, and what is known already. */

import type {
  DeskTaskForm,
  HandBackForm,
  HandoverSettingsRow,
  PerhapsCommitment,
  PromiseRow,
  TeamworkRow,
} from "../../shared/api";
import { api } from "./typed";

export type {
  Commitments,
  DecidedFactRow as DecidedFact,
  DeskTaskForm as NewTask,
  DeskTaskRow as DeskTask,
  DeskTasks as Tasks,
  HandoverSettingsRow as HandoverSettings,
  KnownAlready as AskedAgain,
  PerhapsCommitment as Perhaps,
  PromiseRow as Promised,
  RepeatsReport as Repeats,
  TeamworkRow as Teamwork,
} from "../../shared/api";

const of = (conversation_id: string) => ({ path: { conversation_id } });
const task = (task_id: string) => ({ path: { task_id } });

export const fetchTasks = (id: string, signal: AbortSignal) =>
  api.get("/conversations/{conversation_id}/tasks", { ...of(id), signal });

export const beginTask = (id: string, body: DeskTaskForm) =>
  api.post("/conversations/{conversation_id}/tasks", { ...of(id), body });

export const takeTask = (id: string) => api.post("/tasks/{task_id}/take", task(id));
export const finishTask = (id: string, result: string) =>
  api.post("/tasks/{task_id}/done", { ...task(id), body: { result } });
export const dropTask = (id: string) => api.post("/tasks/{task_id}/drop", { ...task(id), body: {} });
export const reopenTask = (id: string) => api.post("/tasks/{task_id}/reopen", task(id));

export const tellBy = (id: string, telling: TeamworkRow["telling"], text: string) =>
  api.put("/conversations/{conversation_id}/teamwork", { ...of(id), body: { telling, text } });

export const resolveAndDrop = (id: string, epoch: number) =>
  api.post("/conversations/{conversation_id}/resolve", { ...of(id), body: { epoch, drop_tasks: true } });

export const fetchCommitments = (id: string, signal: AbortSignal) =>
  api.get("/conversations/{conversation_id}/commitments", { ...of(id), signal });

export const decide = (id: string, text: string, seq: number) =>
  api.post("/conversations/{conversation_id}/decided_facts", { ...of(id), body: { text, seq } });

export const withdraw = (fact_id: string) => api.delete("/decided_facts/{fact_id}", { path: { fact_id } });

type Said = Pick<PerhapsCommitment, "text" | "seq">;

export const keepPromise = (id: string, { text, seq, due_at }: Said & Pick<PerhapsCommitment, "due_at">) =>
  api.post("/conversations/{conversation_id}/promises", { ...of(id), body: { text, seq, due_at } });

export const dismissPromise = (id: string, { text, seq }: Said) =>
  api.post("/conversations/{conversation_id}/promises", {
    ...of(id),
    body: { text, seq, is_promise: false },
  });

export const closePromise = (promise_id: string, state: PromiseRow["state"]) =>
  api.patch("/promises/{promise_id}", { path: { promise_id }, body: { state } });

/** What goes with the baton back to the assistant. */
export type Brief = Required<Omit<HandBackForm, "epoch">>;

export const handBack = (id: string, epoch: number, brief: Brief) =>
  api.post("/conversations/{conversation_id}/handback", { ...of(id), body: { epoch, ...brief } });

export const asksKnown = (id: string, text: string) =>
  api.post("/conversations/{conversation_id}/asks_known", { ...of(id), body: { text } });

export const fetchHandoverSettings = (signal?: AbortSignal) =>
  api.get("/handover_settings", { ...(signal && { signal }) });

export const setHandoverSettings = (settings: HandoverSettingsRow) =>
  api.put("/handover_settings", { body: settings });

export const fetchRepeats = (days: number, signal: AbortSignal) =>
  api.get("/handovers/repeats", { query: { days }, signal });

/** Names of what the query cache holds of a conversation's tasks and commitments. */
export const handingKeys = {
  of: (id: string) => ["handing", id] as const,
  tasks: (id: string) => ["handing", id, "tasks"] as const,
  commitments: (id: string) => ["handing", id, "commitments"] as const,
  settings: ["handover-settings"] as const,
  repeats: (days: number) => ["handover-repeats", days] as const,
};
