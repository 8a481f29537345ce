/** The API by its document: addresses, what they ask and what they answer are those that the server describes. */

import type { paths } from "../../shared/api";
import { call } from "./client";

type Method = "get" | "post" | "put" | "patch" | "delete";
type Ids = Record<string, string>;
type Query = Record<string, string | number | boolean | readonly string[] | null | undefined>;

interface Operation {
  parameters: { path?: unknown; query?: unknown };
  requestBody?: unknown;
  responses: object;
}

/** The addresses that know the method. */
type Address<M extends Method> = {
  [P in keyof paths]: paths[P][M] extends Operation ? P : never;
}[keyof paths];

type Described<P extends keyof paths, M extends Method> = Extract<paths[P][M], Operation>;

/** A part of a request under its name: not at all, if you like, or in any case. */
type Part<Name extends string, Value> = [Value] extends [undefined]
  ? { [N in Name]?: never }
  : undefined extends Value
    ? { [N in Name]?: Exclude<Value, undefined> }
    : { [N in Name]: Value };

type BodyOf<Asked> = Asked extends { content: { "application/json": infer Json } }
  ? Json
  : Asked extends { content: { "multipart/form-data": unknown } }
    ? FormData
    : undefined;

type Said<Response> = Response extends { content: { "application/json": infer Json } } ? Json : null;

type Asked<O extends Operation> = Part<"path", O["parameters"]["path"]> &
  Part<"query", O["parameters"]["query"]> &
  Part<"body", BodyOf<O["requestBody"]>> & { signal?: AbortSignal; keepalive?: boolean };

/** What the operation answers when it does what was asked; null where it answers nothing. */
export type Answer<O extends Operation> = {
  [S in keyof O["responses"]]: S extends 200 | 201 | 202 | 204 ? Said<O["responses"][S]> : never;
}[keyof O["responses"]];

/** Nothing need be given where nothing must be. */
type Given<O extends Operation> =
  Record<never, never> extends Asked<O> ? [asked?: Asked<O>] : [asked: Asked<O>];

interface Anything {
  path?: Ids;
  query?: Query;
  body?: unknown;
  signal?: AbortSignal;
  keepalive?: boolean;
}

/** The address with its ids and its query; what is undefined or null is not asked for. */
export function addressOf(path: string, ids: Ids = {}, query: Query = {}): string {
  const filled = path
    .slice(1)
    .replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(ids[name] ?? ""));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null) continue;
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one));
  }
  const asked = search.toString();
  return asked ? `${filled}?${asked}` : filled;
}

function by<M extends Method>(method: M) {
  return <P extends Address<M>>(
    path: P,
    ...[asked]: Given<Described<P, M>>
  ): Promise<Answer<Described<P, M>>> => {
    const { path: ids, query, body, signal, keepalive } = (asked ?? {}) as Anything;
    return call(addressOf(path, ids, query), {
      method: method.toUpperCase() as "GET",
      ...(body !== undefined && { body }),
      ...(signal && { signal }),
      ...(keepalive && { keepalive }),
    });
  };
}

/** `api.get("/customers/{customer_id}", { path: { customer_id } })`; rejects with Problem. */
export const api = {
  get: by("get"),
  post: by("post"),
  put: by("put"),
  patch: by("patch"),
  delete: by("delete"),
};
