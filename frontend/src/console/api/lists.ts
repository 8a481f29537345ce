/** The calls of the list: filters kept under a name, acts on many conversations, priority. */

import type { SavedFilterRow as SavedFilter } from "../../shared/api";
import type { ConversationRow } from "../desk/wire";
import type { View } from "../inbox/address";
import { asked, type Filter } from "../inbox/list/filter";
import { api } from "./typed";
import type { Act } from "./writing";

export type { BulkRunRow as BulkRun, SavedFilterRow as SavedFilter } from "../../shared/api";
export type { Act } from "./writing";

type Kept = Pick<SavedFilter, "name" | "view" | "shared"> & { filter: Filter };

export const listFilters = (signal: AbortSignal) => api.get("/filters", { signal });

export const keepFilter = (kept: Kept) =>
  api.post("/filters", { body: { ...kept, filter: asked(kept.filter) } });

export const changeFilter = (filter_id: string, { filter, ...changed }: Partial<Kept>) =>
  api.patch("/filters/{filter_id}", {
    path: { filter_id },
    body: { ...changed, ...(filter && { filter: asked(filter) }) },
  });

export const removeFilter = (filter_id: string) =>
  api.delete("/filters/{filter_id}", { path: { filter_id } });

/** Which conversations: these, or all that a filtered view shows. */
export type Chosen = { ids: string[] } | { view: View; filter: Filter };

export const doToMany = (chosen: Chosen, acts: Act[]) =>
  api.post("/conversations/bulk", {
    body: "ids" in chosen ? { ...chosen, acts } : { view: chosen.view, filter: asked(chosen.filter), acts },
  });

export const fetchRun = (run_id: string) => api.get("/bulk/{run_id}", { path: { run_id } });

export const undoRun = (run_id: string) => api.post("/bulk/{run_id}/undo", { path: { run_id } });

export const setPriority = (conversation_id: string, epoch: number, priority: ConversationRow["priority"]) =>
  api.put("/conversations/{conversation_id}/priority", {
    path: { conversation_id },
    body: { priority, epoch },
  });
