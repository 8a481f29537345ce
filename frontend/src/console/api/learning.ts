/** The calls about what is learnt from conversations: the test bench, gaps, proposals. */

import type {
  AssistantPreview,
  BenchCaseRow,
  BenchChange,
  BenchResultRow,
  BenchRunRow,
  BenchRunsPage,
  ComparedBenchResult,
  GapOutcomes,
  GapQuestionRow,
  GapRow,
  GapsPage,
  ListedBenchCase,
  ListedBenchCasePage,
  ProposalRow,
  ProposalsPage,
  WholeBenchRun,
  WholeGap,
} from "../../shared/api";
import { api } from "./typed";

export type { BenchChange, GapRow, WholeGap };
export type BenchCase = BenchCaseRow;
export type BenchResult = BenchResultRow;
export type BenchRun = BenchRunRow;
export type ComparedResult = ComparedBenchResult;
export type Expected = BenchCaseRow["expected"];
export type GapOutcome = keyof GapOutcomes;
export type GapQuestion = GapQuestionRow;
export type GapState = GapRow["state"];
export type ListedCase = ListedBenchCase;
export type Proposal = ProposalRow;
export type ProposalState = ProposalRow["state"];
export type Verdict = ComparedBenchResult["verdict"];
export type WholeRun = WholeBenchRun;

/** The words that a proposal would write. */
export type ProposedWords = Pick<ProposalRow, "title" | "body" | "questions" | "language">;

export interface CaseFields {
  question: string;
  expected: Expected;
  article_id: string | null;
  trigger: string;
  note: string;
}

export const listCases = (cursor: string | null, signal: AbortSignal): Promise<ListedBenchCasePage> =>
  api.get("/bench/cases", { query: { ...(cursor && { cursor }) }, signal });

export const addCase = (body: CaseFields): Promise<BenchCase> => api.post("/bench/cases", { body });

/** A case of a conversation expects what came of the message then. */
export const addCaseOf = (conversation_id: string, asked_seq: number): Promise<BenchCase> =>
  api.post("/bench/cases", { body: { conversation_id, asked_seq } });

export const changeCase = (case_id: string, body: Partial<CaseFields>): Promise<BenchCase> =>
  api.patch("/bench/cases/{case_id}", { path: { case_id }, body });

export const removeCase = (case_id: string): Promise<null> =>
  api.delete("/bench/cases/{case_id}", { path: { case_id } });

export const listRuns = (signal: AbortSignal): Promise<BenchRunsPage> => api.get("/bench/runs", { signal });

export const fetchRun = (run_id: string, signal: AbortSignal): Promise<WholeRun> =>
  api.get("/bench/runs/{run_id}", { path: { run_id }, signal });

export const beginRun = (change?: BenchChange): Promise<BenchRun> =>
  api.post("/bench/runs", { body: change ? { change } : {} });

export const listGaps = (state: GapState, cursor: string | null, signal: AbortSignal): Promise<GapsPage> =>
  api.get("/gaps", { query: { state, ...(cursor && { cursor }) }, signal });

export const fetchGap = (gap_id: string, signal: AbortSignal): Promise<WholeGap> =>
  api.get("/gaps/{gap_id}", { path: { gap_id }, signal });

/** What the assistant would say to the gap's question now. */
export const askToday = (gap_id: string, signal: AbortSignal): Promise<AssistantPreview> =>
  api.get("/gaps/{gap_id}/today", { path: { gap_id }, signal });

export const lookForGaps = (): Promise<null> => api.post("/gaps/look");

export const draftFor = (gap_id: string): Promise<Proposal> =>
  api.post("/gaps/{gap_id}/draft", { path: { gap_id } });

export const dismissGap = (gap_id: string, because: string): Promise<WholeGap> =>
  api.post("/gaps/{gap_id}/dismiss", { path: { gap_id }, body: { because } });

export const reopenGap = (gap_id: string): Promise<WholeGap> =>
  api.post("/gaps/{gap_id}/reopen", { path: { gap_id } });

export const listProposals = (
  state: ProposalState,
  cursor: string | null,
  signal: AbortSignal,
): Promise<ProposalsPage> => api.get("/proposals", { query: { state, ...(cursor && { cursor }) }, signal });

export const publishProposal = (proposal_id: string, body: Partial<ProposedWords>): Promise<Proposal> =>
  api.post("/proposals/{proposal_id}/publish", { path: { proposal_id }, body });

export const changeProposal = (proposal_id: string, body: Partial<ProposedWords>): Promise<Proposal> =>
  api.patch("/proposals/{proposal_id}", { path: { proposal_id }, body });

export const dismissProposal = (proposal_id: string): Promise<Proposal> =>
  api.post("/proposals/{proposal_id}/dismiss", { path: { proposal_id } });

export const reopenProposal = (proposal_id: string): Promise<Proposal> =>
  api.post("/proposals/{proposal_id}/reopen", { path: { proposal_id } });

/** What the assistant should have said instead of its message `seq`. */
export const correctAnswer = (conversation_id: string, seq: number, text: string): Promise<Proposal> =>
  api.post("/conversations/{conversation_id}/corrections", {
    path: { conversation_id },
    body: { seq, text },
  });
