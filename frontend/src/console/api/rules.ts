/** The calls about the rules: the book in force, its versions, and the draft of the next one. */

import type { Page } from "../../shared/wire";
import { call } from "./client";

export type Plain = string | number | boolean;
export type Value = Plain | Plain[];

export interface Comparison {
  fact: string;
  operator: string;
  value?: Value;
}

export type Condition = { all: Condition[] } | { any: Condition[] } | { not: Condition } | Comparison;

export type Does = "hand_over" | "ask_approval" | "mark";
export type Priority = "normal" | "high" | "urgent";

export interface Rule {
  name: string;
  trigger: string;
  label: string;
  on?: boolean;
  when: Condition;
  does?: Does;
  team: string | null;
  skill?: string | null;
  priority: Priority;
  tags?: string[];
  notify?: string[];
  /** What the customer reads, by language. */
  say: Record<string, string>;
  reason: string;
}

export interface RuleDocument {
  format: number;
  rules: Rule[];
}

/** A piece of a sentence about a rule. */
export interface Words {
  text: string;
  strong: boolean;
}

export interface RuleInForce {
  name: string;
  trigger: string;
  label: string;
  does: Does;
  on: boolean;
  sentence: string;
  parts: Words[];
  protective: boolean;
  /** How often it decided in the last thirty days. */
  fired_30_days: number;
}

export interface RuleProblem {
  /** As `rules[2].when.all[0].value`. */
  place: string;
  problem: string;
}

export interface RuleWarning {
  kind: string;
  /** By name. */
  rule: string;
  other: string | null;
  words: string;
}

export interface Difference {
  kind: "added" | "removed" | "changed" | "moved" | "switched_on" | "switched_off";
  rule: string;
  words: string;
}

export interface RuleDraft {
  revision: number;
  document: RuleDocument;
  changed_at: string;
  changed_by: string;
  changed_by_id: string | null;
  based_on: number;
  problems: RuleProblem[];
  warnings: RuleWarning[];
  /** The rules in words, in their order; null for one that cannot be read. */
  sentences: ({ parts: Words[] } | null)[];
  diff: Difference[];
}

export interface RulesInForce {
  /** 0 where none were ever published. */
  version: number;
  published_at: string | null;
  published_by: string;
  note: string;
  document: RuleDocument;
  rules: RuleInForce[];
  /** Why the published book cannot be read; every customer gets a person until it is mended. */
  problem: string | null;
  draft: RuleDraft | null;
}

export interface Choice {
  value: string;
  label: string;
}

export type ValueKind =
  | "none"
  | "share"
  | "number"
  | "text"
  | "choice"
  | "choices"
  | "boolean"
  | "clock_range";

export interface OperatorEntry {
  operator: string;
  label: string;
  value: ValueKind;
}

export interface FactEntry {
  fact: string;
  group: string;
  label: string;
  description: string;
  operators: OperatorEntry[];
  /** Null where any text may be written. */
  choices: { value: Plain; label: string }[] | null;
  /** Shares in words, the lowest first. */
  levels: { value: number; label: string }[] | null;
  /** In which it is noticed. */
  languages: string[] | null;
}

interface Described extends Choice {
  description: string;
}

/** What rules may speak about here, and what they may do. */
export interface Catalogue {
  facts: FactEntry[];
  triggers: (Described & { protective: boolean })[];
  does: Described[];
  priorities: Choice[];
  teams: string[];
  skills: string[];
  /** Who may be told: groups of people, then each one. */
  people: Choice[];
  languages: string[];
  /** What a rule of each trigger says unless it is told otherwise. */
  words: Record<string, Record<string, string>>;
}

export interface RuleVersion {
  number: number;
  published_at: string;
  published_by: string;
  note: string;
  /** The older version whose rules it has. */
  restored_from: number | null;
  /** Why it cannot be read any more. */
  problem: string | null;
  /** Against the version before. */
  diff: Difference[];
}

export interface WholeVersion extends RuleVersion {
  document: RuleDocument;
  rules: RuleInForce[];
}

export interface CountedConversation {
  id: string;
  customer: string;
  at: string;
  asked: { seq: number; text: string } | null;
  trigger: string;
  rule: string;
  before: string;
  after: string;
}

export interface Changed {
  count: number;
  conversations: CountedConversation[];
}

/** What another book does to a conversation; the gravest where several would fit. */
export const CHANGES = [
  "newly",
  "no_longer",
  "approval_added",
  "approval_gone",
  "target",
  "earlier",
  "later",
] as const;
export type Change = (typeof CHANGES)[number];

export interface Counted extends Record<Change, Changed> {
  conversations: number;
  before: { handed_over: number; approvals: number };
  after: { handed_over: number; approvals: number };
  unchanged: number;
  /** Whose outcome hangs on something that was not measured. */
  cannot_tell: number;
  by_rule: { rule: string; was: number; now: number }[];
  /** Of a week in the company's zone, Monday midnight first. */
  by_hour: { before: number; after: number }[];
}

export const fetchRules = (signal?: AbortSignal): Promise<RulesInForce> =>
  call("rules", signal ? { signal } : {});

export const fetchCatalogue = (signal: AbortSignal): Promise<Catalogue> =>
  call("rules/catalogue", { signal });

const DRAFT = "rules/draft";

/** `revision` 0 begins a draft. */
export const saveDraft = (draft: Pick<RuleDraft, "document" | "revision" | "based_on">): Promise<RuleDraft> =>
  call(DRAFT, { method: "PUT", body: draft });

/** Gives back what was thrown away. */
export const discardDraft = (): Promise<RuleDraft> => call(DRAFT, { method: "DELETE" });

export const publishDraft = (publication: { revision: number; note: string }): Promise<RuleVersion> =>
  call(`${DRAFT}/publish`, { method: "POST", body: publication });

export const countRules = (
  { document, days }: { document: RuleDocument; days: number },
  signal: AbortSignal,
): Promise<Counted> => call("rules/count", { method: "POST", body: { document, days }, signal });

export const listVersions = (cursor: string | null, signal: AbortSignal): Promise<Page<RuleVersion>> =>
  call(`rules/versions?${new URLSearchParams(cursor ? { cursor } : {})}`, { signal });

export const fetchVersion = (number: number, signal: AbortSignal): Promise<WholeVersion> =>
  call(`rules/versions/${number}`, { signal });

export const compareVersions = (
  { number, against }: { number: number; against: number },
  signal: AbortSignal,
): Promise<{ diff: Difference[] }> => call(`rules/versions/${number}/diff?against=${against}`, { signal });

export const restoreVersion = (number: number, note: string): Promise<RuleVersion> =>
  call(`rules/versions/${number}/restore`, { method: "POST", body: { note } });
