/** The calls of the list: filters kept under a name, acts on many conversations, priority. */

import type { Page } from "../../shared/wire";
import type { ConversationRow } from "../desk/wire";
import type { View } from "../inbox/address";
import type { Filter } from "../inbox/list/filter";
import { call } from "./client";

export interface SavedFilter {
  id: string;
  name: string;
  view: View;
  filter: Filter;
  shared: boolean;
  owner: { id: string; name: string };
  /** Whether one may change it. */
  mine: boolean;
  changed_at: string;
}

export const listFilters = (signal: AbortSignal): Promise<Page<SavedFilter>> => call("filters", { signal });

export const keepFilter = (
  kept: Pick<SavedFilter, "name" | "view" | "filter" | "shared">,
): Promise<SavedFilter> => call("filters", { method: "POST", body: kept });

export const changeFilter = (
  id: string,
  changed: Partial<Pick<SavedFilter, "name" | "view" | "filter" | "shared">>,
): Promise<SavedFilter> => call(`filters/${encodeURIComponent(id)}`, { method: "PATCH", body: changed });

export const removeFilter = (id: string): Promise<null> =>
  call(`filters/${encodeURIComponent(id)}`, { method: "DELETE" });

export type Act =
  | { do: "tag"; add?: string[]; remove?: string[] }
  | { do: "priority"; priority: ConversationRow["priority"] }
  | { do: "assign"; team_id?: string; agent_id?: string }
  | { do: "snooze"; until: string }
  | { do: "resolve" }
  | { do: "reopen" }
  | { do: "note"; text: string };

/** Which conversations: these, or all that a filtered view shows. */
export type Chosen = { ids: string[] } | { view: View; filter: Filter };

export interface BulkRun {
  id: string;
  state: "waiting" | "done" | "undoing" | "undone";
  total: number;
  done: number;
  undone: number;
  waiting: number;
  failed_count: number;
  failed: { id: string; why: string }[];
}

export const doToMany = (chosen: Chosen, acts: Act[]): Promise<BulkRun> =>
  call("conversations/bulk", { method: "POST", body: { ...chosen, acts } });

export const fetchRun = (id: string): Promise<BulkRun> => call(`bulk/${encodeURIComponent(id)}`);

export const undoRun = (id: string): Promise<BulkRun> =>
  call(`bulk/${encodeURIComponent(id)}/undo`, { method: "POST" });

export const setPriority = (
  id: string,
  epoch: number,
  priority: ConversationRow["priority"],
): Promise<ConversationRow> =>
  call(`conversations/${encodeURIComponent(id)}/priority`, { method: "PUT", body: { priority, epoch } });
