/** The roles in words, and who may give which; the server holds the same rule and has the last word. */

import { t } from "@lingui/core/macro";
import type { Role } from "../desk/wire";

/** From the most to the least. */
export const ROLES: readonly Role[] = ["owner", "admin", "supervisor", "agent", "viewer"];

export const ROLE_NAMES: Record<Role, string> = {
  owner: t`Owner`,
  admin: t`Admin`,
  supervisor: t`Supervisor`,
  agent: t`Agent`,
  viewer: t`Viewer`,
};

export const ROLE_MEANS: Record<Role, string> = {
  owner: t`Everything, also single sign-on, billing and closing the workspace.`,
  admin: t`People, teams, settings, data and API tokens, and all below.`,
  supervisor: t`Writes knowledge and sees the settings, and all below.`,
  agent: t`Takes conversations, writes to customers, looks things up.`,
  viewer: t`Reads along. Writes and changes nothing.`,
};

const rank = (role: Role): number => ROLES.indexOf(role);

/** What somebody of this role may make of others: nothing above themselves. */
export const rolesToGive = (mine: Role): Role[] => ROLES.filter((role) => rank(role) >= rank(mine));

/** Nobody changes a person who stands above them. */
export const maySetRoleOf = (mine: Role, theirs: Role): boolean => rank(mine) <= rank(theirs);
