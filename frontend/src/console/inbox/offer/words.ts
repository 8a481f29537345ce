/** Routing in words; pure. */

import { t } from "@lingui/core/macro";
import type { Asked, Choice, LookedAt } from "../../api/routing";
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
  open: t({ message: "open", context: "an offer" }),
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
