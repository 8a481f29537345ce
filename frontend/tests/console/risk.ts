/** Rows of the control room that its tests play with. */

import type { ControlSettings, RiskRow, Tier } from "../../src/console/api/control";

const tierOf = (risk: number): Tier => (risk >= 60 ? "high" : risk >= 30 ? "raised" : "low");

export const SETTINGS: ControlSettings = {
  raised_from: 30,
  high_from: 60,
  approve_from: null,
  topics: [],
  alerts: true,
};

export function risky(id: string, risk: number, change: Partial<RiskRow> = {}): RiskRow {
  return {
    conversation_id: id,
    epoch: 1,
    customer: { id: "cus_carol", name: "Carol" },
    channel: "widget",
    language: "en",
    topic: "",
    team: null,
    subject: "",
    risk,
    tier: tierOf(risk),
    reasons: [],
    last_exchange: [],
    state: "waits_for_customer",
    hold: null,
    guidance: null,
    draft: null,
    began_at: "2026-01-01T09:00:00Z",
    updated_at: "2026-01-01T10:00:00Z",
    dismissed: null,
    ...change,
  };
}
