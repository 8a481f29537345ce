/** The calls about the rules: the book in force, its versions, and the draft of the next one. */

import type {
  RuleInForce,
  RulesCount,
  RulesDraft as RulesDraftRow,
  RulesInForce as RulesInForceRow,
  RulesPublishForm,
  WholeRulesVersion,
} from "../../shared/api";
import { api } from "./typed";

export type {
  CountedChange as Changed,
  CountedConversation,
  RuleCatalogue as Catalogue,
  RuleChange as Difference,
  RuleChoice as Choice,
  RuleFact as FactEntry,
  RuleInForce,
  RuleOperator as OperatorEntry,
  RuleProblem,
  RulesCount as Counted,
  RulesVersion as RuleVersion,
  RuleWarning,
  SentencePart as Words,
} from "../../shared/api";

export type Plain = string | number | boolean;
export type Value = Plain | Plain[];

export interface Comparison {
  fact: string;
  operator: string;
  value?: Value;
}

export type Condition = { all: Condition[] } | { any: Condition[] } | { not: Condition } | Comparison;

export type Does = RuleInForce["does"];
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

/** The server keeps any object as a document; the builder reads and writes rules. */
type Read<Row extends { document: unknown }> = Omit<Row, "document"> & { document: RuleDocument };

export type RuleDraft = Read<RulesDraftRow>;
export type RulesInForce = Read<Omit<RulesInForceRow, "draft">> & { draft: RuleDraft | null };
export type WholeVersion = Read<WholeRulesVersion>;

const written = (document: RuleDocument) => ({ ...document });

/** What another book does to a conversation; the gravest where several would fit. */
export const CHANGES = [
  "newly",
  "no_longer",
  "approval_added",
  "approval_gone",
  "target",
  "earlier",
  "later",
] as const satisfies readonly (keyof RulesCount)[];
export type Change = (typeof CHANGES)[number];

export const fetchRules = (signal?: AbortSignal) =>
  api.get("/rules", signal ? { signal } : {}) as Promise<unknown> as Promise<RulesInForce>;

export const fetchCatalogue = (signal: AbortSignal) => api.get("/rules/catalogue", { signal });

/** `revision` 0 begins a draft. */
export const saveDraft = ({
  document,
  ...draft
}: Pick<RuleDraft, "document" | "revision" | "based_on">): Promise<RuleDraft> =>
  api.put("/rules/draft", {
    body: { ...draft, document: written(document) },
  }) as Promise<unknown> as Promise<RuleDraft>;

/** Gives back what was thrown away. */
export const discardDraft = () => api.delete("/rules/draft") as Promise<unknown> as Promise<RuleDraft>;

export const publishDraft = (body: RulesPublishForm) => api.post("/rules/draft/publish", { body });

export const countRules = (
  { document, days }: { document: RuleDocument; days: number },
  signal: AbortSignal,
) => api.post("/rules/count", { body: { document: written(document), days }, signal });

export const listVersions = (cursor: string | null, signal: AbortSignal) =>
  api.get("/rules/versions", { query: { ...(cursor && { cursor: Number(cursor) }) }, signal });

const at = (number: number) => ({ number: String(number) });

export const fetchVersion = (number: number, signal: AbortSignal) =>
  api.get("/rules/versions/{number}", {
    path: at(number),
    signal,
  }) as Promise<unknown> as Promise<WholeVersion>;

export const compareVersions = (
  { number, against }: { number: number; against: number },
  signal: AbortSignal,
) => api.get("/rules/versions/{number}/diff", { path: at(number), query: { against }, signal });

export const restoreVersion = (number: number, note: string) =>
  api.post("/rules/versions/{number}/restore", { path: at(number), body: { note } });
