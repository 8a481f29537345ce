/** The calls about the workspace as a whole: its settings, its logo, its end. */

import type { CloseForm, PatchedWorkspaceForm, Workspace } from "../../shared/api";
import { api } from "./typed";

export type { ClosingMoments as Closing, Workspace } from "../../shared/api";

/** What can be changed. */
export type WorkspaceSettings = Pick<Workspace, keyof PatchedWorkspaceForm>;

export type Tone = Workspace["tone"];

export const fetchWorkspace = (signal: AbortSignal) => api.get("/workspace", { signal });

export const changeWorkspace = (body: PatchedWorkspaceForm) => api.patch("/workspace", { body });

export function putLogo(file: Blob, name: string) {
  const body = new FormData();
  body.append("file", file, name);
  return api.put("/workspace/logo", { body });
}

export const deleteLogo = () => api.delete("/workspace/logo");

/** The company's name and one's own password, both typed anew. */
export const closeWorkspace = (body: CloseForm) => api.post("/workspace/close", { body });

export const reopenWorkspace = () => api.post("/workspace/reopen");
