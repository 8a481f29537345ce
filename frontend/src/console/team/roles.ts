/** The roles in words, and who may give which; the server holds the same rule and has the last word. */

import type { Role } from "../desk/wire";

/** From the most to the least. */
export const ROLES: readonly Role[] = ["owner", "admin", "supervisor", "agent", "viewer"];

export const ROLE_NAMES: Record<Role, string> = {
  owner: "Owner",
  admin: "Admin",
  supervisor: "Supervisor",
  agent: "Agent",
  viewer: "Viewer",
};

export const ROLE_MEANS: Record<Role, string> = {
  owner: "Everything, also single sign-on, billing and closing the workspace.",
  admin: "People, teams, settings, data and API tokens, and all below.",
  supervisor: "Writes knowledge and sees the settings, and all below.",
  agent: "Takes conversations, writes to customers, looks things up.",
  viewer: "Reads along. Writes and changes nothing.",
};

const rank = (role: Role): number => ROLES.indexOf(role);

/** What somebody of this role may make of others: nothing above themselves. */
export const rolesToGive = (mine: Role): Role[] => ROLES.filter((role) => rank(role) >= rank(mine));

/** Nobody changes a person who stands above them. */
export const maySetRoleOf = (mine: Role, theirs: Role): boolean => rank(mine) <= rank(theirs);
