/** From whatever went wrong to words: what happened, what to do, and the request id. */

import { t } from "@lingui/core/macro";
import type { ApiError } from "../../shared/wire";
import { Problem } from "./client";

/** The wire's shape of any failure, for a message that was not sent. */
export function apiError(problem: unknown): ApiError {
  if (!(problem instanceof Problem)) throw problem;
  return {
    type: problem.passing ? "api_error" : "invalid_request_error",
    code: problem.code,
    message: problem.message,
    param: null,
    request_id: problem.requestId ?? "",
  };
}

export interface Explained {
  message: string;
  /** For support; null where nothing went wrong, and the plan alone stands in the way. */
  requestId: string | null;
  /** Where something can be done about it. */
  way: { words: string; href: string } | null;
}

/** Refusals by the plan, which who may choose another one can lift. */
const OF_THE_PLAN: readonly string[] = ["settings_locked", "no_seat_left", "not_in_plan"];

export const isNotInPlan = (problem: unknown): boolean =>
  problem instanceof Problem && OF_THE_PLAN.includes(problem.code);

export function explain(problem: unknown): Explained {
  if (problem instanceof Problem && isNotInPlan(problem))
    return {
      message: problem.message,
      requestId: null,
      way: { words: t`Open Billing`, href: "/console/billing" },
    };
  if (problem instanceof Problem)
    return { message: problem.message, requestId: problem.requestId, way: null };
  return {
    message: t`Something went wrong on this page. Reload it and try again.`,
    requestId: null,
    way: null,
  };
}

export const isStaleEpoch = (problem: unknown): boolean =>
  problem instanceof Problem && problem.code === "stale_epoch";

/** What was to be changed is not as this page believed. */
export const isConflict = (problem: unknown): boolean => problem instanceof Problem && problem.status === 409;

export const isMissing = (problem: unknown): boolean => problem instanceof Problem && problem.status === 404;

/** The answers that are about a value rather than about who asked. */
const OF_A_VALUE = new Set([400, 409, 413, 422]);

/** What is wrong with one field of a form, or with a part of it, to be said at that field. */
export function atField(problem: unknown, name: string): string | null {
  if (!(problem instanceof Problem) || !OF_A_VALUE.has(problem.status) || problem.param === null) return null;
  if (!`${problem.param}.`.startsWith(`${name}.`)) return null;
  // The server names the field first, for those who see no form.
  const words = problem.message.replace(`${problem.param}: `, "");
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}
