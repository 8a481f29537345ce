/** The sections of the settings, in the order of the list beside them. */

import type { Right } from "../desk/rights";

export interface SectionEntry {
  key: string;
  name: string;
  right: Right;
}

export const SECTIONS: readonly SectionEntry[] = [
  { key: "company", name: "Company", right: "settings.read" },
  { key: "appearance", name: "Appearance", right: "settings.read" },
  { key: "widget", name: "Widget", right: "settings.read" },
  { key: "identity", name: "Identity", right: "settings.read" },
  { key: "assistant", name: "Assistant", right: "settings.read" },
  { key: "connector", name: "Connector", right: "settings.read" },
  { key: "webhooks", name: "Webhooks", right: "webhooks.manage" },
  { key: "hours", name: "Hours", right: "settings.read" },
  { key: "routing", name: "Routing", right: "settings.read" },
  { key: "promises", name: "Reply times", right: "settings.read" },
  { key: "replies", name: "Replies", right: "settings.read" },
  { key: "surveys", name: "Surveys", right: "settings.read" },
  { key: "domains", name: "Domains", right: "settings.read" },
  { key: "security", name: "Security", right: "settings.manage" },
  { key: "migrating", name: "Bring your data", right: "settings.manage" },
];

export const sectionPath = (key: string): string => `/console/settings/${key}`;
