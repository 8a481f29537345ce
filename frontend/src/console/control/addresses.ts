/** Addresses of the control room: what it is narrowed to, and which conversation is looked at. */

import { TIERS, type Tier } from "../api/control";
import { EVERYTHING, type Filter } from "./room";

const BASE = "/console/control";

export function readFilter(search: string): Filter {
  const asked = new URLSearchParams(search);
  const tier = asked.get("tier") ?? "";
  return {
    tier: TIERS.includes(tier as Tier) ? (tier as Tier) : "",
    topic: asked.get("topic") ?? "",
    team: asked.get("team") ?? "",
    held: asked.get("held") === "1",
  };
}

export function controlPath(id: string | null, filter: Filter = EVERYTHING): string {
  const query = new URLSearchParams();
  if (filter.tier) query.set("tier", filter.tier);
  if (filter.topic) query.set("topic", filter.topic);
  if (filter.team) query.set("team", filter.team);
  if (filter.held) query.set("held", "1");
  const path = id ? `${BASE}/${encodeURIComponent(id)}` : BASE;
  return query.size > 0 ? `${path}?${query}` : path;
}

export function readOpen(path: string): string | null {
  const id = path.slice(BASE.length + 1).split("/")[0];
  return id ? decodeURIComponent(id) : null;
}
