/** What the tour shows, by what one does here: the way of an agent, of who supervises, and of who set the company up. */

import { t } from "@lingui/core/macro";
import type { Right } from "../desk/rights";
import type { Me } from "../desk/wire";
import { inboxPath } from "../inbox/address";
import { may } from "../shell/useMay";

export interface TourStep {
  key: string;
  title: string;
  says: string;
  /** What is pointed out; without one, or where it is not in sight, the card stands alone. */
  anchor?: string;
  /** Where it can be seen. */
  at?: string;
  /** Of no use without a keyboard. */
  byKeys?: boolean;
  /** Who may not do this is not told of it. */
  needs?: Right;
}

type Way = "agent" | "supervisor" | "owner";

/** Where it is narrow the pages are behind one button. */
const entry = (path: string): string => `header nav a[href="${path}"], header nav button`;

const WAITING = inboxPath("waiting");

const LIST: TourStep = {
  key: "list",
  needs: "conversations.read",
  title: t`Your inbox`,
  says: t`What the assistant hands to people waits here, by urgency and by how long they have waited: who it is, and why a person is needed.`,
  anchor: "[data-pane] > section:nth-of-type(1)",
  at: WAITING,
};
const CARD: TourStep = {
  key: "card",
  needs: "conversations.read",
  title: t`Nobody has to tell it twice`,
  says: t`Open a conversation, and beside it stands what was handed over: what the customer wants, what is known, what was tried and what to do next. Take over, answer, hand back.`,
  anchor: "[data-pane] > section:nth-of-type(2)",
  at: WAITING,
};
const PRESENCE: TourStep = {
  key: "presence",
  needs: "conversations.write",
  title: t`Online means ready`,
  says: t`While you are online, conversations are offered to you, never more than you can handle. Switch to away for a break: nothing new comes, and what is yours stays yours.`,
  anchor: "header [role=switch]",
};
const ALERTS: TourStep = {
  key: "alerts",
  title: t`What needs you, in one place`,
  says: t`Mentions, warnings and offers that you missed are kept behind the bell. In your account you choose what may interrupt you.`,
  anchor: "[data-tour=alerts]",
};
const PALETTE: TourStep = {
  key: "palette",
  byKeys: true,
  title: t`One key for everything`,
  says: t`Press Ctrl K (⌘ K on a Mac) to find a customer, a conversation or a page, or to do something. The ? key shows all shortcuts.`,
};
const ACCOUNT: TourStep = {
  key: "account",
  title: t`Made for you`,
  says: t`Your language, your notifications and your security are in your account. Help, above it, has the guides, and this tour whenever you want it again.`,
  anchor: "[data-tour=account]",
};
const CONTROL: TourStep = {
  key: "control",
  needs: "assistant.supervise",
  title: t`The control room`,
  says: t`Every conversation that the assistant leads stands here, the riskiest on top, with the reason in words. Guide it, hold its next reply, or take over before it goes wrong.`,
  anchor: entry("/console/control"),
};
const TEAMWORK: TourStep = {
  key: "queue",
  needs: "conversations.read",
  title: t`Who is there, and who waits`,
  says: t`The queue shows what waits for which team, how long, and who could take it. A conversation that is stuck can be given to somebody from there.`,
  anchor: entry("/console/queue"),
};
const REPORTS: TourStep = {
  key: "reports",
  needs: "reports.read",
  title: t`Can it be trusted?`,
  says: t`Reports begin with that question: how often the assistant was right, what it handed over and whether that was needed. Each number opens the conversations behind it.`,
  anchor: entry("/console/reports"),
};
const KNOWLEDGE: TourStep = {
  key: "knowledge",
  needs: "knowledge.read",
  title: t`What the assistant may say`,
  says: t`It answers from your knowledge and from nowhere else, and shows its source. What it could not answer is collected here as gaps, with a draft to close them.`,
  anchor: entry("/console/knowledge"),
};
const RULES: TourStep = {
  key: "rules",
  needs: "rules.read",
  title: t`When a person takes over`,
  says: t`Plain sentences decide it: anger, a refund, a customer about to leave. Try a change on the last 30 days before you publish it.`,
  anchor: entry("/console/rules"),
};

const WAYS: Record<Way, readonly TourStep[]> = {
  agent: [LIST, CARD, PRESENCE, ALERTS, PALETTE, ACCOUNT],
  supervisor: [CONTROL, LIST, TEAMWORK, REPORTS, PALETTE, ACCOUNT],
  owner: [KNOWLEDGE, RULES, LIST, CONTROL, ACCOUNT],
};

function wayOf(me: Me): Way {
  if (may(me, "settings.manage")) return "owner";
  return may(me, "assistant.supervise") ? "supervisor" : "agent";
}

export const stepsFor = (me: Me): TourStep[] =>
  WAYS[wayOf(me)].filter(({ needs }) => !needs || may(me, needs));
