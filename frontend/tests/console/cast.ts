/** The rows, messages and notes that the console's tests play with. */

import type { ConversationRow, Me, Note } from "../../src/console/desk/wire";
import type { Author, ControlChange, Message, ThreadEvent } from "../../src/shared/wire";

export const CAROL: Author = { kind: "customer", id: "cus_carol", name: "Carol" };
export const MAYA: Author = { kind: "agent", id: "agt_maya", name: "Maya" };
export const ASSISTANT: Author = { kind: "assistant", id: null, name: "Assistant" };

export function me(change: Partial<Me> = {}): Me {
  return {
    id: "agt_maya",
    name: "Maya Okafor",
    email: "maya@example.com",
    role: "agent",
    language: "",
    tour_due: false,
    speaks: ["en"],
    reads: "en",
    presence: "online",
    presence_by_hand: false,
    on_shift: true,
    idle_seconds: 300,
    teams: [],
    company: { name: "Larkfield Cycles", accent: "#4f46c8" },
    rights: ["conversations.read", "conversations.write", "customers.read", "people.read", "account"],
    is_operator: false,
    workspace: {
      name: "Larkfield Cycles",
      host: "larkfield.example.com",
      logo_url: null,
      accent: "#4f46c8",
      requires_totp: false,
      closing_at: null,
    },
    plan: {
      key: "business",
      name: "Business",
      features: ["control_room", "sla", "sso"],
      history_days: null,
      lock: null,
    },
    billing_notice: null,
    ...change,
  };
}

export function row(id: string, change: Partial<ConversationRow> = {}): ConversationRow {
  return {
    id,
    customer: { id: "cus_carol", name: "Carol", email: null },
    channel: "widget",
    language: "en",
    status: "open",
    snoozed_until: null,
    control: {
      holder: "queue",
      agent: null,
      team: null,
      epoch: 1,
      since: "2026-01-01T10:00:00Z",
      reason: "handed_over",
    },
    last_message: null,
    needs_reply: true,
    waiting_since: "2026-01-01T10:00:00Z",
    unanswered_since: "2026-01-01T10:00:00Z",
    due_at: "2026-01-01T10:01:00Z",
    draft_due_at: null,
    waits_by: "",
    answer_to: null,
    call_at: null,
    overdue_steps: 0,
    sla: null,
    merged_into: null,
    tasks: { open: 0 },
    seen_seq: 0,
    priority: "normal",
    offered_to: null,
    offered_until: null,
    tags: [],
    trigger: null,
    created_at: "2026-01-01T09:00:00Z",
    updated_at: "2026-01-01T10:00:00Z",
    seq: 3,
    ...change,
  };
}

export function said(seq: number, author: Author, at: string, text = "Hello"): ThreadEvent {
  const data: Message = {
    id: `msg_${seq}`,
    seq,
    author,
    text,
    html: `<p>${text}</p>`,
    sources: [],
    client_id: null,
    created_at: at,
    offers_person: false,
    ai: author.kind === "assistant",
    attachments: [],
    corrects: null,
    greeting: null,
    checked_by: null,
    choices: [],
    form: "",
  };
  return { seq, type: "message.added", conversation_id: "conv_1", data };
}

export function passed(seq: number, reason: ControlChange["reason"], at: string): ThreadEvent {
  const data: ControlChange = {
    seq,
    holder: reason === "handed_over" ? "queue" : reason === "handed_back" ? "assistant" : "agent",
    agent: reason === "accepted" || reason === "taken_over" ? { id: "agt_maya", name: "Maya" } : null,
    team: { id: "team_1", name: "Orders" },
    epoch: seq,
    since: at,
    reason,
    text: "",
    passed_on: [],
  };
  return { seq, type: "control.changed", conversation_id: "conv_1", data };
}

export function note(id: string, at: string): Note {
  return {
    id,
    author: { id: "agt_maya", name: "Maya" },
    text: "Mind this",
    html: "<p>Mind this</p>",
    mentions: [],
    passed_on: null,
    created_at: at,
  };
}
