/** The calls about people: those who are here, those who were invited, and their teams. */

import type { AgentForm, InvitationForm } from "../../shared/api";
import { api } from "./typed";

export type {
  AgentForm as PersonChange,
  AgentList as People,
  AgentRow as Person,
  InvitationForm as Invited,
  InvitationRow as Invitation,
  Seats,
  TeamRow as TeamEntry,
} from "../../shared/api";

export const listPeople = (signal: AbortSignal) => api.get("/people", { signal });

export const changePerson = (agent_id: string, body: AgentForm) =>
  api.patch("/people/{agent_id}", { path: { agent_id }, body });

export const deactivate = (agent_id: string) =>
  api.post("/people/{agent_id}/deactivate", { path: { agent_id } });

export const reactivate = (agent_id: string) =>
  api.post("/people/{agent_id}/reactivate", { path: { agent_id } });

/** Ends all of somebody's sessions, on every device. */
export const signOutEverywhere = (agent_id: string) =>
  api.post("/people/{agent_id}/sign_out", { path: { agent_id } });

/** For somebody who lost their app and their recovery codes: the password alone is enough, until they set it up anew. */
export const resetSecondFactor = (agent_id: string) =>
  api.post("/people/{agent_id}/reset_second_factor", { path: { agent_id } });

/** Those who may still come, or might have. */
export const listInvitations = (signal: AbortSignal) =>
  api.get("/invitations", { query: { pending: true, limit: 100 }, signal });

export const invite = (body: InvitationForm) => api.post("/invitations", { body });

export const revokeInvitation = (invitation_id: string) =>
  api.delete("/invitations/{invitation_id}", { path: { invitation_id } });

export const resendInvitation = (invitation_id: string) =>
  api.post("/invitations/{invitation_id}/resend", { path: { invitation_id } });

export const listTeamEntries = (signal: AbortSignal) => api.get("/teams", { signal });

export const createTeam = (name: string) => api.post("/teams", { body: { name } });

export const renameTeam = (team_id: string, name: string) =>
  api.patch("/teams/{team_id}", { path: { team_id }, body: { name } });

export const deleteTeam = (team_id: string) => api.delete("/teams/{team_id}", { path: { team_id } });
