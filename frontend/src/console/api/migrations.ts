/** The calls about what is brought from elsewhere. */

import type {
  KnowledgeImportRow,
  MigrationItemRow,
  MigrationItemRowPage,
  MigrationRow,
  MigrationRowPage,
} from "../../shared/api";
import { api } from "./typed";

export type Migration = MigrationRow;
export type MigrationItem = MigrationItemRow;
export type MigrationSource = MigrationRow["source"];

/** Which items are asked for; empty is all. */
export interface Which {
  kind: MigrationItem["kind"] | "";
  action: MigrationItem["action"] | "";
}

export const listMigrations = (signal: AbortSignal): Promise<MigrationRowPage> =>
  api.get("/migrations", { signal });

export const fetchMigration = (migration_id: string, signal: AbortSignal): Promise<Migration> =>
  api.get("/migrations/{migration_id}", { path: { migration_id }, signal });

export function beginMigration(source: MigrationSource, file: File): Promise<Migration> {
  const form = new FormData();
  form.set("source", source);
  form.set("file", file);
  return api.post("/migrations", { body: form });
}

/** Articles of a Zendesk help centre go the way of every import of articles. */
export function beginArticles(files: readonly File[], drafts: boolean): Promise<KnowledgeImportRow> {
  const form = new FormData();
  for (const file of files) form.append("files", file, file.name);
  if (drafts) form.append("drafts", "true");
  return api.post("/knowledge_imports/files", { body: form });
}

export const applyMigration = (migration_id: string): Promise<Migration> =>
  api.post("/migrations/{migration_id}/apply", { path: { migration_id } });

export const cancelMigration = (migration_id: string): Promise<Migration> =>
  api.post("/migrations/{migration_id}/cancel", { path: { migration_id } });

export const undoMigration = (migration_id: string): Promise<Migration> =>
  api.post("/migrations/{migration_id}/undo", { path: { migration_id } });

export const listItems = (
  migration_id: string,
  { kind, action }: Which,
  cursor: string | null,
  signal: AbortSignal,
): Promise<MigrationItemRowPage> =>
  api.get("/migrations/{migration_id}/items", {
    path: { migration_id },
    query: { ...(kind && { kind }), ...(action && { action }), ...(cursor && { cursor }) },
    signal,
  });
