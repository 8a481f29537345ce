/** The pages behind the rail: where they are, how they are called, and the right that each asks for. */

import type { ComponentType } from "react";
import type { Right } from "../desk/rights";
import {
  BookIcon,
  CardIcon,
  ChartIcon,
  ControlIcon,
  GuideIcon,
  type IconProps,
  InboxIcon,
  KeyIcon,
  LedgerIcon,
  PeopleIcon,
  PersonIcon,
  QualityIcon,
  QueueIcon,
  RecordsIcon,
  RulesIcon,
  SafeIcon,
  SettingsIcon,
  SkillsIcon,
} from "./icons";

export interface PageEntry {
  name: string;
  /** Where the entry leads, and the start of every address of the page. */
  href: string;
  under: string;
  right: Right;
  icon: ComponentType<IconProps>;
}

export const INBOX: PageEntry = {
  name: "Inbox",
  href: "/console/inbox/waiting",
  under: "/console/inbox",
  right: "conversations.read",
  icon: InboxIcon,
};

const page = (name: string, under: string, right: Right, icon: ComponentType<IconProps>): PageEntry => ({
  name,
  href: under,
  under,
  right,
  icon,
});

/** In the rail until it is done or put away; the account menu keeps it. */
export const GUIDE: PageEntry = page("Welcome guide", "/console/welcome", "settings.manage", GuideIcon);

/** The pages about the company rather than its conversations, in the order of the rail. */
export const COMPANY_PAGES: PageEntry[] = [
  page("Control room", "/console/control", "assistant.supervise", ControlIcon),
  page("Customers", "/console/customers", "customers.read", PersonIcon),
  page("Queue", "/console/queue", "conversations.read", QueueIcon),
  page("Quality", "/console/quality", "conversations.write", QualityIcon),
  page("Reports", "/console/reports", "reports.read", ChartIcon),
  page("Knowledge", "/console/knowledge", "knowledge.read", BookIcon),
  page("Skills", "/console/skills", "skills.read", SkillsIcon),
  page("Rules", "/console/rules", "rules.read", RulesIcon),
  page("Records", "/console/records", "records.read", RecordsIcon),
  page("Team", "/console/team", "people.read", PeopleIcon),
  page("Billing", "/console/billing", "billing.read", CardIcon),
  page("Settings", "/console/settings", "settings.read", SettingsIcon),
  page("Data and privacy", "/console/data", "data.export", SafeIcon),
  page("API tokens", "/console/tokens", "tokens.manage", KeyIcon),
  page("Audit log", "/console/audit", "audit.read", LedgerIcon),
];

export const isAt = (entry: PageEntry, path: string): boolean =>
  path === entry.under || path.startsWith(`${entry.under}/`);
