/** The calls about a person: what is known of them, what colleagues note, and which records are theirs. */

import type {
  CustomerConversation,
  CustomerHandover,
  DoubleRow,
  Person as Known,
  MergePreview as Merging,
  PatchedCustomerChangeForm,
} from "../../shared/api";
import { api } from "./typed";

export type PastConversation = CustomerConversation;
export type PastHandover = CustomerHandover;
export type Person = Known;
export type Double = DoubleRow;
export type MergePreview = Merging;
export type PersonChange = PatchedCustomerChangeForm;

export const fetchPerson = (customer_id: string, signal: AbortSignal) =>
  api.get("/customers/{customer_id}", { path: { customer_id }, signal });

export const changePerson = (customer_id: string, body: PersonChange) =>
  api.patch("/customers/{customer_id}", { path: { customer_id }, body });

export const addCustomerNote = (customer_id: string, text: string) =>
  api.post("/customers/{customer_id}/notes", { path: { customer_id }, body: { text } });

export const removeCustomerNote = (customer_id: string, note_id: string) =>
  api.delete("/customers/{customer_id}/notes/{note_id}", { path: { customer_id, note_id } });

export const listDoubles = (customer_id: string, signal: AbortSignal) =>
  api.get("/customers/{customer_id}/doubles", { path: { customer_id }, signal });

export const previewMerge = (id: string, other: string, signal: AbortSignal) =>
  api.get("/customers/{customer_id}/merges/preview", {
    path: { customer_id: id },
    query: { customer_id: other },
    signal,
  });

export const mergeCustomers = (id: string, other: string) =>
  api.post("/customers/{customer_id}/merges", {
    path: { customer_id: id },
    body: { customer_id: other },
  });

export const undoMerge = (customer_id: string, merge_id: string) =>
  api.delete("/customers/{customer_id}/merges/{merge_id}", { path: { customer_id, merge_id } });

export const notDoubles = (id: string, other: string) =>
  api.post("/customers/{customer_id}/not_doubles", {
    path: { customer_id: id },
    body: { customer_id: other },
  });

export const mergeConversation = (conversation_id: string, into: string, epoch: number) =>
  api.post("/conversations/{conversation_id}/merge", {
    path: { conversation_id },
    body: { into, epoch },
  });
