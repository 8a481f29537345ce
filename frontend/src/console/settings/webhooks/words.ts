/** What states and reasons of webhooks are called. */

import { plural, t } from "@lingui/core/macro";
import type { DeliveryState, Webhook, WebhookDeliveryRow } from "../../api/webhooks";
import { EVERYTHING } from "../../api/webhooks";
import { number } from "../../shell/locale";

export const STATES: Record<DeliveryState, string> = {
  pending: t`Waiting`,
  failed: t`Trying again`,
  delivered: t`Delivered`,
  dead: t`Given up`,
};

const WHY_OFF: Record<NonNullable<Webhook["disabled_because"]>, string> = {
  person: t`Somebody of your team switched it off.`,
  gone: t`It answered 410, which asks not to be called any more.`,
  failing: t`It failed for three days without a break.`,
};

export function whyOff({ disabled_because }: Webhook): string {
  return disabled_because ? WHY_OFF[disabled_because] : "";
}

/** "All events", "2 kinds of events", or the one that it hears of. */
export function typesIn(types: readonly string[]): string {
  if (types.includes(EVERYTHING)) return t`All events`;
  return types.length === 1
    ? (types[0] ?? "")
    : plural(types.length, { one: "# kind of event", other: "# kinds of events" });
}

/** How the last day was, in few words. */
export function dayIn({ delivered, dead, open }: Webhook["last_day"]): string {
  const done = delivered + dead;
  if (done === 0)
    return open > 0 ? plural(open, { one: "# on its way", other: "# on their way" }) : t`Nothing sent`;
  const share = number(Math.floor((100 * delivered) / done) / 100, { style: "percent" });
  const all = number(done);
  return t`${share} of ${all} delivered`;
}

export function outcomeOf({ state, status, problem }: WebhookDeliveryRow): string {
  if (state === "delivered") return status === null ? "" : String(status);
  return problem ?? "";
}
