/** The calls about the rules: the book in force, its versions, and the draft of the next one. */

import { call } from "./client";

/** A piece of a sentence about a rule. */
export interface Words {
  text: string;
  strong: boolean;
}

export interface RuleInForce {
  name: string;
  trigger: string;
  label: string;
  does: string;
  on: boolean;
  sentence: string;
  parts: Words[];
  protective: boolean;
  /** How often it decided in the last thirty days. */
  fired_30_days: number;
}

export interface RulesInForce {
  version: number;
  published_at: string;
  published_by: string;
  note: string;
  rules: RuleInForce[];
  /** Why the published book cannot be read; every customer gets a person until it is mended. */
  problem: string | null;
}

export const fetchRules = (signal: AbortSignal): Promise<RulesInForce> => call("rules", { signal });
