/** To whom a conversation can go: teams and people, those first who can take it now; pure. */

import { t } from "@lingui/core/macro";
import type { Receiver } from "../../api/conversations";
import type { Availability, Colleague, Team } from "../../desk/wire";

export interface Target {
  key: string;
  name: string;
  kind: "team" | "person";
  /** Of a team, whether anybody of it is online. */
  presence: Availability;
  /** How busy, or how many are there. */
  detail: string;
  receiver: Receiver;
}

const PRESENCE_RANK: Record<Availability, number> = { online: 0, away: 1, offline: 2 };
export const PRESENCE_WORDS: Record<Availability, string> = {
  online: t`online`,
  away: t`away`,
  offline: t`offline`,
};

/** Who passes it on is not counted: nobody passes to themselves. */
function teamTarget(team: Team, holder: Colleague | undefined): Target {
  const mine =
    team.online > 0 && holder?.presence === "online" && holder.teams.some(({ id }) => id === team.id);
  const online = team.online - (mine ? 1 : 0);
  const nobody = mine ? t`nobody else online` : t`nobody online`;
  return {
    key: team.id,
    name: team.name,
    kind: "team",
    presence: online > 0 ? "online" : "offline",
    detail: online > 0 ? t`${{ count: online }} online` : nobody,
    receiver: { team_id: team.id },
  };
}

function personTarget(person: Colleague): Target {
  const { id, name, presence, load, capacity, teams } = person;
  const busy = t`holds ${load} of ${capacity}`;
  return {
    key: id,
    name,
    kind: "person",
    presence,
    detail: [PRESENCE_WORDS[presence], busy, ...teams.map((team) => team.name)].join(" · "),
    receiver: { agent_id: id },
  };
}

function byReadiness(one: Target, other: Target): number {
  return PRESENCE_RANK[one.presence] - PRESENCE_RANK[other.presence] || one.name.localeCompare(other.name);
}

/** Teams, then people, without the one who has it already. */
export function targetsOf(
  teams: readonly Team[],
  people: readonly Colleague[],
  holderId: string | null,
): Target[] {
  const others = people.filter((person) => person.id !== holderId);
  const holder = people.find((person) => person.id === holderId);
  const groups = teams.map((team) => teamTarget(team, holder));
  return [...groups.sort(byReadiness), ...others.map(personTarget).sort(byReadiness)];
}

/** Those whose name or team holds every word that was typed. */
export function matching(targets: readonly Target[], typed: string): Target[] {
  const words = typed.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return targets.filter(({ name, detail }) => {
    const text = `${name} ${detail}`.toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  });
}
