/** The calls about the workspace as a whole: its settings, its logo, its end. */

import { call } from "./client";

export type Tone = "warm" | "neutral" | "formal";

/** What can be changed. */
export interface WorkspaceSettings {
  name: string;
  /** #rrggbb, as it was chosen. */
  accent: string;
  time_zone: string;
  languages: string[];
  /** Origins on which the widget may stand; any when empty. */
  allowed_sites: string[];
  /** Null keeps conversations for ever. */
  retention_days: number | null;
  /** Owners and admins need a second factor. */
  requires_totp: boolean;
  tone: Tone;
  greeting: string;
  quick_replies: string[];
}

export interface Workspace extends WorkspaceSettings {
  host: string;
  logo_url: string | null;
  widget: { snippet: string; seen_at: string | null; seen_on: string };
  closing: Closing | null;
  created_at: string;
}

export interface Closing {
  asked_at: string;
  ends_at: string;
}

export const fetchWorkspace = (signal: AbortSignal): Promise<Workspace> => call("workspace", { signal });

export const changeWorkspace = (change: Partial<WorkspaceSettings>): Promise<Workspace> =>
  call("workspace", { method: "PATCH", body: change });

export function putLogo(file: Blob, name: string): Promise<Workspace> {
  const form = new FormData();
  form.append("file", file, name);
  return call("workspace/logo", { method: "PUT", body: form });
}

export const deleteLogo = (): Promise<Workspace> => call("workspace/logo", { method: "DELETE" });

/** The company's name and one's own password, both typed anew. */
export const closeWorkspace = (proof: { name: string; password: string }): Promise<unknown> =>
  call("workspace/close", { method: "POST", body: proof });

export const reopenWorkspace = (): Promise<unknown> => call("workspace/reopen", { method: "POST" });
