/** The sections of the settings, in the order of the list beside them. */

import { t } from "@lingui/core/macro";
import type { Right } from "../desk/rights";

export interface SectionEntry {
  key: string;
  name: string;
  right: Right;
}

/** Not the hours of a clock, which a macro asks for. */
export const HOURS = t({ message: "Hours", context: "when people are at work" });

export const SECTIONS: readonly SectionEntry[] = [
  { key: "company", name: t`Company`, right: "settings.read" },
  { key: "appearance", name: t`Appearance`, right: "settings.read" },
  { key: "widget", name: t`Widget`, right: "settings.read" },
  { key: "greetings", name: t`Greetings`, right: "settings.read" },
  { key: "before-chat", name: t`Form before a chat`, right: "settings.read" },
  { key: "identity", name: t`Identity`, right: "settings.read" },
  { key: "assistant", name: t`Assistant`, right: "settings.read" },
  { key: "connector", name: t`Connector`, right: "settings.read" },
  { key: "webhooks", name: t`Webhooks`, right: "webhooks.manage" },
  { key: "hours", name: HOURS, right: "settings.read" },
  { key: "routing", name: t`Routing`, right: "settings.read" },
  { key: "promises", name: t`Reply times`, right: "settings.read" },
  { key: "replies", name: t`Replies`, right: "settings.read" },
  { key: "surveys", name: t`Surveys`, right: "settings.read" },
  { key: "domains", name: t`Domains`, right: "settings.read" },
  { key: "security", name: t`Security`, right: "settings.manage" },
  { key: "migrating", name: t`Bring your data`, right: "settings.manage" },
];

export const sectionPath = (key: string): string => `/console/settings/${key}`;
