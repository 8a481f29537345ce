/** The pages behind the rail: where they are, how they are called, and the right that each asks for. */

import { t } from "@lingui/core/macro";
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
  name: t`Inbox`,
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
export const GUIDE: PageEntry = page(t`Welcome guide`, "/console/welcome", "settings.manage", GuideIcon);

/** The pages about the company rather than its conversations, in the order of the rail. */
export const COMPANY_PAGES: PageEntry[] = [
  page(t`Control room`, "/console/control", "assistant.supervise", ControlIcon),
  page(t`Customers`, "/console/customers", "customers.read", PersonIcon),
  page(t`Queue`, "/console/queue", "conversations.read", QueueIcon),
  page(t`Quality`, "/console/quality", "conversations.write", QualityIcon),
  page(t`Reports`, "/console/reports", "reports.read", ChartIcon),
  page(t`Knowledge`, "/console/knowledge", "knowledge.read", BookIcon),
  page(t`Skills`, "/console/skills", "skills.read", SkillsIcon),
  page(t`Rules`, "/console/rules", "rules.read", RulesIcon),
  page(t`Records`, "/console/records", "records.read", RecordsIcon),
  page(t`Team`, "/console/team", "people.read", PeopleIcon),
  page(t`Billing`, "/console/billing", "billing.read", CardIcon),
  page(t`Settings`, "/console/settings", "settings.read", SettingsIcon),
  page(t`Data and privacy`, "/console/data", "data.export", SafeIcon),
  page(t`API tokens`, "/console/tokens", "tokens.manage", KeyIcon),
  page(t`Audit log`, "/console/audit", "audit.read", LedgerIcon),
];

export const isAt = (entry: PageEntry, path: string): boolean =>
  path === entry.under || path.startsWith(`${entry.under}/`);
