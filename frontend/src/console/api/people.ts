/** The calls about people: those who are here, those who were invited, and their teams. */

import type { Named } from "../../shared/wire";
import type { Availability, Role } from "../desk/wire";
import { call } from "./client";
import type { Stretch } from "./hours";

export interface Person {
  id: string;
  name: string;
  email: string;
  role: Role;
  teams: Named[];
  languages: string[];
  /** How many conversations they may hold at once. */
  capacity: number;
  /** What they know how to handle, 1 (learning) to 5 (expert). */
  skills: (Named & { level: number })[];
  /** Their week; without any they work whenever they are here. */
  shifts: Stretch[];
  /** Of the shifts; the company's when empty. */
  time_zone: string;
  active: boolean;
  totp_on: boolean;
  presence: Availability;
  seen_at: string | null;
  you: boolean;
}

export interface Invitation {
  id: string;
  email: string;
  name: string;
  role: Role;
  teams: Named[];
  invited_by: Named | null;
  created_at: string;
  sent_at: string | null;
  expires_at: string;
  state: "open" | "accepted" | "expired" | "revoked";
}

/** A team as those see it who look after teams. */
export interface TeamEntry {
  id: string;
  name: string;
  /** How many of its people are online. */
  online: number;
  /** How many people it has. */
  agents: number;
}

interface Listed<Item> {
  data: Item[];
}

const at = (id: string) => `people/${encodeURIComponent(id)}`;

/** Of the plan; viewers and open invitations take none. */
export interface Seats {
  limit: number;
  taken: number;
  /** Who may accept an invitation that needs one. */
  invited: number;
}

export interface People extends Listed<Person> {
  /** Null where the plan has no limit. */
  seats: Seats | null;
}

export const listPeople = (signal: AbortSignal): Promise<People> => call("people", { signal });

export interface PersonChange {
  role?: Role;
  team_ids?: string[];
  capacity?: number;
  languages?: string[];
  skills?: { skill_id: string; level: number }[];
  shifts?: Stretch[];
  time_zone?: string;
  name?: string;
}

export const changePerson = (id: string, change: PersonChange): Promise<Person> =>
  call(at(id), { method: "PATCH", body: change });

export const deactivate = (id: string): Promise<Person> => call(`${at(id)}/deactivate`, { method: "POST" });

export const reactivate = (id: string): Promise<Person> => call(`${at(id)}/reactivate`, { method: "POST" });

/** Ends all of somebody's sessions, on every device. */
export const signOutEverywhere = (id: string): Promise<unknown> =>
  call(`${at(id)}/sign_out`, { method: "POST" });

/** For somebody who lost their app and their recovery codes: the password alone is enough, until they set it up anew. */
export const resetSecondFactor = (id: string): Promise<Person> =>
  call(`${at(id)}/reset_second_factor`, { method: "POST" });

export interface Invited {
  email: string;
  name?: string;
  role: Role;
  team_ids: string[];
}

export const listInvitations = (signal: AbortSignal): Promise<Listed<Invitation>> =>
  call("invitations", { signal });

export const invite = (somebody: Invited): Promise<Invitation> =>
  call("invitations", { method: "POST", body: somebody });

export const revokeInvitation = (id: string): Promise<unknown> =>
  call(`invitations/${encodeURIComponent(id)}`, { method: "DELETE" });

export const resendInvitation = (id: string): Promise<Invitation> =>
  call(`invitations/${encodeURIComponent(id)}/resend`, { method: "POST" });

export const listTeamEntries = (signal: AbortSignal): Promise<Listed<TeamEntry>> => call("teams", { signal });

export const createTeam = (name: string): Promise<TeamEntry> =>
  call("teams", { method: "POST", body: { name } });

export const renameTeam = (id: string, name: string): Promise<TeamEntry> =>
  call(`teams/${encodeURIComponent(id)}`, { method: "PATCH", body: { name } });

export const deleteTeam = (id: string): Promise<unknown> =>
  call(`teams/${encodeURIComponent(id)}`, { method: "DELETE" });
