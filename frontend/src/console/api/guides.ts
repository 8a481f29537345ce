/** The calls about guides: questions that lead a customer to the cause of a trouble, drawn by admins. */

import { call } from "./client";

export type StepKind = "question" | "solved" | "person";

export interface GuideAnswer {
  label: string;
  /** Other words for it. */
  also: string[];
  /** The id of the step that comes next; empty while it leads nowhere. */
  to: string;
}

export interface GuideStep {
  id: string;
  kind: StepKind;
  says: string;
  answers: GuideAnswer[];
}

export interface GuideFault {
  /** Empty: the whole guide. */
  step: string;
  says: string;
}

export interface GuideFields {
  title: string;
  examples: string[];
  steps: GuideStep[];
}

export interface GuideEntry {
  id: string;
  title: string;
  examples: string[];
  questions: number;
  on: boolean;
  version: number;
  updated_at: string;
}

export interface Guide extends GuideEntry {
  steps: GuideStep[];
  faults: GuideFault[];
}

const at = (id: string): string => `guides/${encodeURIComponent(id)}`;

export const listGuides = (signal: AbortSignal): Promise<{ data: GuideEntry[] }> =>
  call("guides", { signal });

export const fetchGuide = (id: string, signal: AbortSignal): Promise<Guide> => call(at(id), { signal });

export const createGuide = (fields: GuideFields): Promise<Guide> =>
  call("guides", { method: "POST", body: fields });

/** Names the version that the writer saw; 409 when somebody was faster. */
export const changeGuide = (
  id: string,
  change: Partial<GuideFields> & { on?: boolean; version?: number },
): Promise<Guide> => call(at(id), { method: "PATCH", body: change });

export const removeGuide = (id: string): Promise<null> => call(at(id), { method: "DELETE" });

/** What is wrong with a guide as it is typed; nothing of it is stored. */
export const checkGuide = (fields: GuideFields, signal: AbortSignal): Promise<{ faults: GuideFault[] }> =>
  call("guides/check", { method: "POST", body: fields, signal });
