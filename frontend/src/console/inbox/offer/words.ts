/** Routing in words; pure. */

import { plural, t } from "@lingui/core/macro";
import type { Asked, Choice, LookedAt } from "../../api/routing";
import type { ConversationRow } from "../../desk/wire";
import { listed } from "../../shell/locale";
import { languageName } from "../../ui/languages";

const VERDICTS: Record<LookedAt["verdict"], string> = {
  chosen: t({ message: "chosen", context: "a person who was looked at" }),
  busier: t({ message: "busier", context: "a person who was looked at" }),
  less_idle: t`was busy more recently`,
  other_team: t`not in the team`,
  no_skill: t`lacks the skill`,
  low_level: t`skill not strong enough`,
  other_language: t`another language`,
  offline: t`offline`,
  away: t`away`,
  off_shift: t`outside of the shift`,
  full: t`no room`,
  asked_before: t`asked a moment ago`,
};

const ASKED: Record<Asked, string> = {
  language: t`the language`,
  level: t`the level of the skill`,
  skill: t`the skill`,
  team: t`the team`,
  everybody: t`anything else`,
};

const ENDS: Record<Choice["end"], string> = {
  open: t({ message: "asked", context: "an offer" }),
  accepted: t({ message: "accepted", context: "an offer" }),
  declined: t({ message: "declined", context: "an offer" }),
  expired: t({ message: "let pass", context: "an offer" }),
  withdrawn: t({ message: "withdrawn", context: "an offer" }),
  nobody: t`nobody could take it`,
};

export const verdictOf = ({ verdict, load, capacity }: LookedAt): string =>
  verdict === "full" || verdict === "busier" || verdict === "chosen"
    ? t`${{ verdict: VERDICTS[verdict] }} (${load} of ${capacity})`
    : VERDICTS[verdict];

export const endOf = ({ end }: Choice): string => ENDS[end];

const KEPT: [LookedAt["verdict"], (count: number) => string][] = [
  ["asked_before", (n) => plural(n, { one: "# was asked a moment ago", other: "# were asked a moment ago" })],
  ["full", (n) => plural(n, { one: "# has no room", other: "# have no room" })],
  [
    "off_shift",
    (n) => plural(n, { one: "# is outside of the shift", other: "# are outside of their shift" }),
  ],
  ["away", (n) => plural(n, { one: "# is away", other: "# are away" })],
];

/** Why it came out so, in the reader's language; what a choice alone does not tell stays in the server's words. */
export function whyOf({ agent, candidates, why }: Choice): string {
  if (candidates.length === 0) return why;
  const count = (verdict: LookedAt["verdict"]) => candidates.filter((one) => one.verdict === verdict).length;
  const best = candidates.find(({ verdict }) => verdict === "chosen");
  if (agent && best) {
    const free = candidates.filter(({ verdict }) =>
      ["chosen", "busier", "less_idle"].includes(verdict),
    ).length;
    const room = t`has ${{ load: best.load }} of ${{ capacity: best.capacity }} conversations`;
    if (why.startsWith("had this customer")) return t`had this customer last, and ${room}`;
    if (free === 1) return t`the only one who can take it now, and ${room}`;
    if (count("less_idle") > 0)
      return t`longest idle of the least busy of ${free} who could take it, and ${room}`;
    return t`least busy of ${free} who could take it, and ${room}`;
  }
  const kept = KEPT.map(([verdict, say]) => [count(verdict), say] as const).filter(([n]) => n > 0);
  if (kept.length > 0)
    return t`of those who could take it, ${{ who: listed(kept.map(([n, say]) => say(n))) }}`;
  const offline = count("offline");
  if (offline > 0)
    return plural(offline, {
      one: "the one who could take it is offline",
      other: "none of the # who could take it is online",
    });
  return t`nobody who works here can do what it needs`;
}

/** Once somebody has it, or it is over, the question is no longer why nobody does. */
export function titleOf(
  { agent }: Choice,
  { control, status }: Pick<ConversationRow, "control" | "status">,
): string {
  const taken = control.holder !== "queue" || status === "resolved";
  if (taken && agent?.id !== control.agent?.id) return t`Who was asked`;
  return agent ? t`Why ${agent.name}` : t`Why nobody yet`;
}

/** What was asked for, as far as anything was. */
export function needOf({ need: { team, skill, level, language } }: Choice): string {
  const asked = [
    team,
    skill && t`${skill} at level ${{ level: level ?? 1 }} or more`,
    language && t`speaks ${{ language: languageName(language) }}`,
  ].filter(Boolean);
  return asked.join(", ");
}

/** What was let go of as the wait went on; null when nothing was. */
export function widenedOf({ widened }: Choice): string | null {
  return widened.length > 0
    ? t`No more asked for: ${{ what: listed(widened.map((ask) => ASKED[ask])) }}.`
    : null;
}

/** The chosen first, then who came nearest, then the others by name. */
export function inOrder(candidates: readonly LookedAt[]): LookedAt[] {
  const near: LookedAt["verdict"][] = [
    "chosen",
    "less_idle",
    "busier",
    "asked_before",
    "full",
    "off_shift",
    "away",
  ];
  const rank = ({ verdict }: LookedAt) => (near.includes(verdict) ? near.indexOf(verdict) : near.length);
  return [...candidates].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}

/** Minutes and seconds until then; never below nothing. */
export function left(until: string, now: number): string {
  const seconds = Math.max(0, Math.ceil((Date.parse(until) - now) / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
