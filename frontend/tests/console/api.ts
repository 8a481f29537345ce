/** A REST server in the place of fetch: answers by method and path, and remembers what was asked. */

import { afterEach, beforeEach } from "vitest";

export interface Asked {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: unknown;
}

interface Answer {
  status?: number;
  body?: unknown;
}

type Reply = Answer | ((asked: Asked) => Answer);

export class FakeApi {
  asked: Asked[] = [];
  private replies: Record<string, Reply> = {};

  /** What "GET workspace" answers from now on. */
  on(request: string, reply: Reply): void {
    this.replies[request] = reply;
  }

  /** What was sent to "PATCH workspace", in order. */
  sent(request: string): unknown[] {
    return this.asked.filter(({ method, path }) => `${method} ${path}` === request).map(({ body }) => body);
  }

  readonly fetch = async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const [path = ""] = String(input).replace("/api/v1/", "").split("?");
    const { method = "GET", body } = init;
    const asked: Asked = {
      method,
      path,
      headers: { ...(init.headers as Record<string, string>) },
      body: typeof body === "string" ? JSON.parse(body) : body,
    };
    this.asked.push({ ...asked, path: String(input).replace("/api/v1/", "") });
    const reply = this.replies[`${method} ${path}`] ?? { status: 404, body: {} };
    const { status = 200, body: words } = typeof reply === "function" ? reply(asked) : reply;
    return new Response(words === undefined ? null : JSON.stringify(words), { status });
  };
}

export const wrong = (param: string | null, message: string, status = 422): Answer => ({
  status,
  body: {
    error: { type: "invalid_request_error", code: "parameter_invalid", message, param, request_id: "req_1" },
  },
});

/** One for each test of the file. */
export function fakeApi(): FakeApi {
  const browserFetch = globalThis.fetch;
  const api = new FakeApi();
  beforeEach(() => {
    Object.assign(api, new FakeApi(), { fetch: api.fetch });
    globalThis.fetch = api.fetch;
  });
  afterEach(() => {
    globalThis.fetch = browserFetch;
  });
  return api;
}
