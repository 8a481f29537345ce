/** The calls about what is learnt from conversations: the test bench, gaps, proposals. */

import type { ArticleFields } from "./articles";
import { call } from "./client";
import type { Preview } from "./guide";

export type Expected = "article" | "unsure" | "handover";
export type Verdict = "better" | "worse" | "changed" | "same" | "new";

export interface NamedArticle {
  id: string;
  title: string;
  removed: boolean;
}

export interface BenchLine {
  role: "customer" | "assistant" | "agent";
  text: string;
}

export interface BenchResult {
  outcome: Expected;
  article: NamedArticle | null;
  trigger: string | null;
  trigger_label: string | null;
  text: string;
  confidence: number | null;
  passed: boolean;
}

export interface BenchCase {
  id: string;
  lines: BenchLine[];
  question: string;
  expected: Expected;
  article: NamedArticle | null;
  trigger: string | null;
  trigger_label: string | null;
  note: string;
  from_conversation: string | null;
  created_at: string;
}

export interface ListedCase extends BenchCase {
  /** What came of it in the last run; null before the first. */
  last: BenchResult | null;
}

export interface BenchChange {
  article_id?: string;
  fields?: Partial<ArticleFields>;
  removed?: boolean;
  settings?: { threshold?: number | null; tone?: string };
}

export interface BenchRun {
  id: string;
  cause: "asked" | "knowledge" | "settings" | "model" | "cases" | "draft";
  change: BenchChange;
  state: "waiting" | "running" | "done" | "failed";
  total: number;
  done: number;
  passed: number;
  passed_before: number | null;
  problem: string | null;
  created_at: string;
  finished_at: string | null;
}

export interface ComparedResult {
  case: BenchCase;
  verdict: Verdict;
  now: BenchResult;
  before: BenchResult | null;
}

export interface WholeRun extends BenchRun {
  counts: Record<Verdict, number>;
  /** What got worse first. */
  results: ComparedResult[];
}

export interface CaseFields {
  question: string;
  expected: Expected;
  article_id: string | null;
  trigger: string;
  note: string;
}

const post = (body: unknown = {}) => ({ method: "POST" as const, body });
const caseAt = (id: string): string => `bench/cases/${encodeURIComponent(id)}`;

export const listCases = (
  cursor: string | null,
  signal: AbortSignal,
): Promise<{ data: ListedCase[]; has_more: boolean; next_cursor: string | null }> =>
  call(`bench/cases${cursor ? `?${new URLSearchParams({ cursor })}` : ""}`, { signal });

export const addCase = (fields: CaseFields): Promise<BenchCase> => call("bench/cases", post(fields));

/** A case of a conversation expects what came of the message then. */
export const addCaseOf = (conversation_id: string, asked_seq: number): Promise<BenchCase> =>
  call("bench/cases", post({ conversation_id, asked_seq }));

export const changeCase = (id: string, fields: Partial<CaseFields>): Promise<BenchCase> =>
  call(caseAt(id), { method: "PATCH", body: fields });

export const removeCase = (id: string): Promise<null> => call(caseAt(id), { method: "DELETE" });

export const listRuns = (signal: AbortSignal): Promise<{ data: BenchRun[]; expected: boolean }> =>
  call("bench/runs", { signal });

export const fetchRun = (id: string, signal: AbortSignal): Promise<WholeRun> =>
  call(`bench/runs/${encodeURIComponent(id)}`, { signal });

export const beginRun = (change?: BenchChange): Promise<BenchRun> =>
  call("bench/runs", post(change ? { change } : {}));

export type GapState = "open" | "published" | "dismissed";
export type GapOutcome = "handover" | "unsure" | "left" | "asked_again" | "corrected";

/** The words that a proposal would write. */
export interface ProposedWords {
  title: string;
  body: string;
  questions: string[];
  language: string;
}

export interface GapRow {
  id: string;
  title: string;
  state: GapState;
  questions_count: number;
  harm: number;
  outcomes: Partial<Record<GapOutcome, number>>;
  proposal: (ProposedWords & { id: string; state: ProposalState }) | null;
  article: NamedArticle | null;
  published_at: string | null;
  since: { asked: number; answered: number } | null;
  dismissed_because: string | null;
  updated_at: string;
}

export interface GapQuestion {
  id: string;
  conversation_id: string;
  customer: string;
  asked_seq: number;
  text: string;
  outcome: GapOutcome;
  asked_at: string;
  reply: { seq: number; text: string; by: string | null } | null;
}

export interface WholeGap extends GapRow {
  questions: GapQuestion[];
}

type Counts<State extends string> = Partial<Record<State, number>>;

export interface Listed<Row, State extends string> {
  data: Row[];
  counts: Counts<State>;
  has_more: boolean;
  next_cursor: string | null;
}

const gapAt = (id: string): string => `gaps/${encodeURIComponent(id)}`;
const asQuery = (state: string, cursor: string | null): string =>
  String(new URLSearchParams({ state, ...(cursor && { cursor }) }));

export const listGaps = (
  state: GapState,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Listed<GapRow, GapState>> => call(`gaps?${asQuery(state, cursor)}`, { signal });

export const fetchGap = (id: string, signal: AbortSignal): Promise<WholeGap> => call(gapAt(id), { signal });

/** What the assistant would say to the gap's question now. */
export const askToday = (id: string, signal: AbortSignal): Promise<Preview> =>
  call(`${gapAt(id)}/today`, { signal });

export const lookForGaps = (): Promise<unknown> => call("gaps/look", post());

export const draftFor = (id: string): Promise<Proposal> => call(`${gapAt(id)}/draft`, post());

export const dismissGap = (id: string, because: string): Promise<WholeGap> =>
  call(`${gapAt(id)}/dismiss`, post({ because }));

export const reopenGap = (id: string): Promise<WholeGap> => call(`${gapAt(id)}/reopen`, post());

export type ProposalState = "open" | "published" | "dismissed";

export interface Proposal extends ProposedWords {
  id: string;
  cause: "correction" | "gap";
  state: ProposalState;
  correction: string | null;
  /** The article that it would change, as it stands. */
  article: (NamedArticle & ProposedWords & { version: number }) | null;
  gap: { id: string; title: string; questions_count: number } | null;
  message: { conversation_id: string; seq: number; text: string; created_at: string } | null;
  made_by: { id: string; name: string } | null;
  made_at: string;
  decided_by: { id: string; name: string } | null;
  decided_at: string | null;
}

const proposalAt = (id: string): string => `proposals/${encodeURIComponent(id)}`;

export const listProposals = (
  state: ProposalState,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Listed<Proposal, ProposalState>> => call(`proposals?${asQuery(state, cursor)}`, { signal });

export const publishProposal = (id: string, words: Partial<ProposedWords>): Promise<Proposal> =>
  call(`${proposalAt(id)}/publish`, post(words));

export const changeProposal = (id: string, words: Partial<ProposedWords>): Promise<Proposal> =>
  call(proposalAt(id), { method: "PATCH", body: words });

export const dismissProposal = (id: string): Promise<Proposal> => call(`${proposalAt(id)}/dismiss`, post());

export const takeUpProposal = (id: string): Promise<Proposal> => call(`${proposalAt(id)}/take_up`, post());

/** What the assistant should have said instead of its message `seq`. */
export const correctAnswer = (conversationId: string, seq: number, text: string): Promise<Proposal> =>
  call(`conversations/${encodeURIComponent(conversationId)}/corrections`, post({ seq, text }));
