/** From whatever went wrong to words: what happened, what to do, and the request id. */

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
  requestId: string | null;
}

export function explain(problem: unknown): Explained {
  if (problem instanceof Problem) return { message: problem.message, requestId: problem.requestId };
  return { message: "Something went wrong on this page. Reload it and try again.", requestId: null };
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
