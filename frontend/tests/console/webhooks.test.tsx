import { act } from "react";
import { beforeEach, expect, test } from "vitest";
import type { Webhook, WebhookDeliveryWhole } from "../../src/console/api/webhooks";
import Webhooks from "../../src/console/settings/webhooks/Webhooks";
import { fakeApi, wrong } from "./api";
import { me } from "./cast";
import { button, click, field, says, show, type, until } from "./stage";

const api = fakeApi();
const LIST = "/console/settings/webhooks";
const HOOK: Webhook = {
  id: "whk_1",
  url: "https://shop.example/hook",
  description: "Orders",
  types: ["message.created"],
  state: "enabled",
  disabled_because: null,
  disabled_at: null,
  failing_since: null,
  previous_secret_until: null,
  last_day: { delivered: 99, open: 2, dead: 1 },
  created_by: null,
  created_at: "2026-11-22T08:00:00Z",
};
const SENT: WebhookDeliveryWhole = {
  id: "del_1",
  webhook_id: "whk_1",
  event_id: "evt_1",
  type: "message.created",
  state: "dead",
  cause: "event",
  replay_of: null,
  tries: 8,
  next_at: null,
  last_at: "2026-11-22T08:00:00Z",
  status: 500,
  problem: "It answered 500.",
  took_ms: 12,
  created_at: "2026-11-22T08:00:00Z",
  happened_at: "2026-11-22T08:00:00Z",
  url: "https://shop.example/hook",
  headers: { "webhook-id": "evt_1" },
  payload: { type: "message.created", data: { text: "Hello" } },
  log: [
    {
      at: "2026-11-22T08:00:00Z",
      status: 500,
      problem: "It answered 500.",
      took_ms: 12,
      reply: "out of order",
    },
  ],
};
const page = <Row,>(data: Row[]) => ({ data, has_more: false, next_cursor: null });
let hooks: Webhook[];

beforeEach(() => {
  hooks = [];
  api.on("GET webhooks", () => ({ body: page(hooks) }));
  api.on("GET webhooks/whk_1", () => ({ body: hooks[0] }));
  api.on("GET webhooks/whk_1/deliveries", () => ({ body: page([SENT]) }));
  api.on("GET webhook_deliveries/del_1", { body: SENT });
  api.on("GET webhook_event_types", {
    body: page([
      { type: "message.created", group: "Conversations", says: "Somebody writes." },
      { type: "sla.breached", group: "Promises", says: "Too late." },
    ]),
  });
});

const open = (path = LIST) => show(<Webhooks />, { as: me({ rights: ["webhooks.manage"] }), path });
const submit = () => act(async () => field("Address")?.form?.requestSubmit());

test("a webhook is added with the events that it asks for, and its secret is shown once", async () => {
  api.on("POST webhooks", ({ body }) => {
    hooks = [{ ...HOOK, ...(body as object) }];
    return { status: 201, body: { ...hooks[0], secret: "whsec_shown_once" } };
  });
  await open();
  await until(() => says("No webhooks yet"));
  await click("Add webhook");
  await type("Address", " https://shop.example/hook ");
  await act(async () => field("Only some")?.click());
  await until(() => says("Promises"));
  await submit();
  await until(() => says("Choose at least one."));
  await act(async () => field("sla.breached")?.click());
  await submit();
  await until(() => says("whsec_shown_once"));
  expect(api.sent("POST webhooks")).toEqual([
    { url: "https://shop.example/hook", description: "", types: ["sla.breached"] },
  ]);
  await click("I have kept it");
  await until(() => says("Deliveries"));
  expect(says("whsec_shown_once")).toBe(false);
});

test("an address that is refused says so at its field", async () => {
  api.on("POST webhooks", wrong("url", "url: 127.0.0.1 is not on the public internet."));
  await open();
  await until(() => says("No webhooks yet"));
  await click("Add webhook");
  await type("Address", "https://127.0.0.1/");
  await submit();
  await until(() => says("is not on the public internet."));
});

test("one that was switched off says why, and is switched on again", async () => {
  hooks = [{ ...HOOK, state: "disabled", disabled_because: "failing", disabled_at: "2026-11-22T08:00:00Z" }];
  api.on("PATCH webhooks/whk_1", () => {
    hooks = [HOOK];
    return { body: HOOK };
  });
  await open(`${LIST}/whk_1`);
  await until(() => says("It failed for three days without a break."));
  expect(says("Send again …")).toBe(false);
  await click("Switch on");
  await until(() => button("Switch off"));
  expect(api.sent("PATCH webhooks/whk_1")).toEqual([{ state: "enabled" }]);
});

test("a test event shows at once what came back", async () => {
  hooks = [HOOK];
  api.on("POST webhooks/whk_1/test", { body: { ...SENT, cause: "test" } });
  await open(`${LIST}/whk_1`);
  await until(() => says("99% of 100 delivered"));
  await click("Send test event");
  await until(() => says("It did not take the test event. It answered 500."));
  expect(says("out of order")).toBe(true);
});

test("a delivery shows what was sent and answered, and is sent again after a question", async () => {
  hooks = [HOOK];
  api.on("POST webhook_deliveries/del_1/replay", { status: 202, body: SENT });
  await open(`${LIST}/whk_1/del_1`);
  await until(() => says('"text": "Hello"'));
  expect(says("out of order")).toBe(true);
  await click("Send again");
  await until(() => says("It goes out under the same id"));
  const sends = [...document.querySelectorAll("button")].filter((one) => one.textContent === "Send again");
  await act(async () => sends.at(-1)?.click());
  await until(() => says("It is sent again now."));
  expect(api.sent("POST webhook_deliveries/del_1/replay")).toHaveLength(1);
});

test("before a range is sent again it is said how many events that are", async () => {
  hooks = [HOOK];
  api.on("GET webhooks/whk_1/replay", { body: { events: 1234 } });
  api.on("POST webhooks/whk_1/replay", { status: 202, body: { events: 1234 } });
  await open(`${LIST}/whk_1`);
  await click("Send again …");
  await until(() => says("events go out, the oldest first"));
  await click(`Send ${(1234).toLocaleString()} again`);
  await until(() => says("events are sent again."));
  expect(api.sent("POST webhooks/whk_1/replay")).toMatchObject([{ missed_only: true }]);
});
