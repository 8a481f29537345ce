/** One door to the REST API: session cookie, CSRF header, and errors as one kind of value. */

import { t } from "@lingui/core/macro";
import type { ApiError } from "../../shared/wire";
import { csrfToken } from "../shell/config";

interface Facts {
  status: number;
  code: string;
  requestId: string | null;
  param?: string | null;
}

/** A request that did not do what was asked, in words for the reader. */
export class Problem extends Error {
  override name = "Problem";
  readonly status: number;
  readonly code: string;
  /** The field that is wrong, by its name in the request. */
  readonly param: string | null;
  readonly requestId: string | null;

  constructor(message: string, facts: Facts) {
    super(message);
    this.status = facts.status;
    this.code = facts.code;
    this.param = facts.param ?? null;
    this.requestId = facts.requestId;
  }

  /** True when the same request may succeed later. */
  get passing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

const UNREACHABLE = new Problem(t`The server cannot be reached. Check your connection.`, {
  status: 0,
  code: "unreachable",
  requestId: null,
});

function isErrorBody(body: unknown): body is { error: ApiError } {
  return typeof body === "object" && body !== null && "error" in body;
}

async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null);
  const requestId = response.headers.get("X-Request-Id");
  if (isErrorBody(body)) {
    const { code, message, request_id, param } = body.error;
    return new Problem(message, { status: response.status, code, param, requestId: request_id || requestId });
  }
  const { status } = response;
  return new Problem(t`The server answered with an error (${status}). Try again in a moment.`, {
    status,
    code: "unexpected",
    requestId,
  });
}

export interface Call {
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Goes as JSON; a FormData goes as it is, for files. */
  body?: unknown;
  signal?: AbortSignal;
  /** Let the request outlive the page. */
  keepalive?: boolean;
}

function headersOf({ method = "GET", body }: Call): Record<string, string> {
  return {
    Accept: "application/json",
    ...(method !== "GET" && { "X-CSRFToken": csrfToken() }),
    ...(method !== "GET" && !(body instanceof FormData) && { "Content-Type": "application/json" }),
  };
}

/**
 * Ask the API. Rejects with Problem; a session that ended leads to the sign-in page.
 * An answer without a body is `null`.
 */
export async function call<Answer>(path: string, options: Call = {}): Promise<Answer> {
  const { method = "GET", body, signal, keepalive } = options;
  const response = await fetch(`/api/v1/${path}`, {
    method,
    credentials: "same-origin",
    headers: headersOf(options),
    ...(body !== undefined && { body: body instanceof FormData ? body : JSON.stringify(body) }),
    ...(signal && { signal }),
    ...(keepalive && { keepalive }),
  }).catch((reason: unknown) => {
    if (reason instanceof TypeError) throw UNREACHABLE;
    throw reason;
  });
  if (response.status === 401) signIn();
  if (!response.ok) throw await problemOf(response);
  const text = await response.text();
  return (text ? JSON.parse(text) : null) as Answer;
}

function signIn(): void {
  const next = encodeURIComponent(window.location.pathname);
  window.location.assign(`/sign-in/?next=${next}`);
}
