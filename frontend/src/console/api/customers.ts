/** The calls about a person: what is known of them, what colleagues note, and which records are theirs. */

import type { CustomerNoteRow } from "../../shared/api";
import type { Attributes, Named, Status } from "../../shared/wire";
import type { ConversationRow, Order } from "../desk/wire";
import { call } from "./client";
import { api } from "./typed";

export interface CustomerRecord {
  id: string;
  name: string;
  email: string | null;
  external_id: string | null;
  attributes: Attributes;
  page_attributes: Attributes;
  /** Addresses that it proved and that still count; they count for this record alone. */
  proven: string[];
  created_at: string;
}

export interface PastConversation {
  id: string;
  subject: string;
  status: Status;
  channel: "widget" | "email";
  created_at: string;
  last_at: string | null;
  last_text: string;
  topic: string | null;
  tags: string[];
  outcome: "open" | "assistant" | "people" | "merged";
  /** 0 is calm, -1 as angry or distressed as it gets; null where nothing was measured. */
  mood: number | null;
  merged_into: string | null;
  customer_id: string;
}

export interface PastHandover {
  id: string;
  conversation_id: string;
  at: string;
  label: string | null;
  reason: string;
  team: Named | null;
  accepted_by: Named | null;
}

export type CustomerNote = CustomerNoteRow;

export interface Merge {
  id: string;
  taken: Named;
  by: Named | null;
  at: string;
  reasons: string[];
}

export interface Person {
  id: string;
  name: string;
  email: string | null;
  created_at: string;
  language: string;
  attributes: Attributes;
  external_id: string | null;
  being_erased: boolean;
  /** All records of the person, the one that the desk looks under first. */
  records: CustomerRecord[];
  merges: Merge[];
  notes: CustomerNote[];
  conversations: PastConversation[];
  handovers: PastHandover[];
  orders: Order[];
}

export interface Double {
  id: string;
  name: string;
  email: string | null;
  created_at: string;
  /** Both proved the same address. */
  certain: boolean;
  reasons: string[];
}

export interface MergePreview {
  kept: Named;
  taken: Named;
  reasons: string[];
  brings: { records: number; conversations: number; live: number; orders: number; proofs: number };
  attributes: { name: string; kept: Attributes[string] | null; taken: Attributes[string] | null }[];
  addresses: { kept: string[]; taken: string[] };
  warnings: string[];
  /** Why it cannot be. */
  refused: string | null;
}

export interface PersonChange {
  name?: string;
  email?: string;
  language?: string;
  /** Null forgets one. */
  attributes?: Record<string, string | number | boolean | null>;
}

const at = (id: string) => `customers/${encodeURIComponent(id)}`;

export const fetchPerson = (id: string, signal: AbortSignal): Promise<Person> => call(at(id), { signal });

export const changePerson = (id: string, body: PersonChange): Promise<Person> =>
  call(at(id), { method: "PATCH", body });

export const addCustomerNote = (customer_id: string, text: string): Promise<CustomerNote> =>
  api.post("/customers/{customer_id}/notes", { path: { customer_id }, body: { text } });

export const removeCustomerNote = (id: string, noteId: string): Promise<unknown> =>
  call(`${at(id)}/notes/${encodeURIComponent(noteId)}`, { method: "DELETE" });

export const listDoubles = (id: string, signal: AbortSignal): Promise<{ data: Double[] }> =>
  call(`${at(id)}/doubles`, { signal });

export const previewMerge = (id: string, other: string, signal: AbortSignal): Promise<MergePreview> =>
  call(`${at(id)}/merges/preview?customer_id=${encodeURIComponent(other)}`, { signal });

export const mergeCustomers = (id: string, other: string): Promise<Person> =>
  call(`${at(id)}/merges`, { method: "POST", body: { customer_id: other } });

export const undoMerge = (id: string, mergeId: string): Promise<Person> =>
  call(`${at(id)}/merges/${encodeURIComponent(mergeId)}`, { method: "DELETE" });

export const notDoubles = (id: string, other: string): Promise<unknown> =>
  call(`${at(id)}/not_doubles`, { method: "POST", body: { customer_id: other } });

export const mergeConversation = (id: string, into: string, epoch: number): Promise<ConversationRow> =>
  call(`conversations/${encodeURIComponent(id)}/merge`, { method: "POST", body: { into, epoch } });
