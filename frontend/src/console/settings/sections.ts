/** The sections of the settings, in the order of the list beside them. */

import { t } from "@lingui/core/macro";
import type { Right } from "../desk/rights";

export type Group = "company" | "chat" | "answers" | "developers";

export interface SectionEntry {
  key: string;
  group: Group;
  name: string;
  right: Right;
}

/** Not the hours of a clock, which a macro asks for. */
export const HOURS = t({ message: "Hours", context: "when people are at work" });

export const SECTIONS: readonly SectionEntry[] = [
  { group: "company", key: "company", name: t`Company`, right: "settings.read" },
  { group: "company", key: "security", name: t`Security`, right: "settings.manage" },
  { group: "company", key: "domains", name: t`Domains`, right: "settings.read" },
  { group: "company", key: "migrating", name: t`Bring your data`, right: "settings.manage" },
  { group: "chat", key: "appearance", name: t`Appearance`, right: "settings.read" },
  { group: "chat", key: "widget", name: t`Widget`, right: "settings.read" },
  { group: "chat", key: "greetings", name: t`Greetings`, right: "settings.read" },
  { group: "chat", key: "before-chat", name: t`Form before a chat`, right: "settings.read" },
  { group: "chat", key: "mail", name: t`E-mail`, right: "settings.read" },
  { group: "answers", key: "assistant", name: t`Assistant`, right: "settings.read" },
  { group: "answers", key: "hours", name: HOURS, right: "settings.read" },
  { group: "answers", key: "routing", name: t`Routing`, right: "settings.read" },
  { group: "answers", key: "promises", name: t`Reply times`, right: "settings.read" },
  { group: "answers", key: "replies", name: t`Replies`, right: "settings.read" },
  { group: "answers", key: "surveys", name: t`Surveys`, right: "settings.read" },
  { group: "developers", key: "identity", name: t`Identity`, right: "settings.read" },
  { group: "developers", key: "connector", name: t`Connector`, right: "settings.read" },
  { group: "developers", key: "webhooks", name: t`Webhooks`, right: "webhooks.manage" },
];

export const sectionPath = (key: string): string => `/console/settings/${key}`;
