import { beforeEach, expect, test } from "vitest";
import type { Connector as ConnectorState } from "../../src/console/api/connector";
import type { Right } from "../../src/console/desk/rights";
import { Connector } from "../../src/console/settings/connector/Connector";
import { fakeApi, wrong } from "./api";
import { me } from "./cast";
import { button, click, says, show, type, until } from "./stage";

const api = fakeApi();
const ADMIN: Right[] = ["settings.read", "settings.manage"];
const OFF: ConnectorState = {
  on: false,
  address: "https://shop.example/baton",
  reads: [],
  acts: [],
  seconds: 5,
  has_secret: false,
  old_secret_until: null,
  keeps_until: null,
  left_alone_seconds: null,
  calls_today: 0,
  failed_today: 0,
  may_read: ["orders", "products", "tickets", "persons"],
  may_act: ["refund"],
};
let state: ConnectorState;

beforeEach(() => {
  state = OFF;
  api.on("GET connector", () => ({ body: state }));
  api.on("GET connector/actions", { body: { data: [] } });
  api.on("GET connector/calls", { body: { data: [], has_more: false, next_cursor: null } });
});

const open = (rights = ADMIN) =>
  show(<Connector />, { as: me({ rights }), path: "/console/settings/connector" });

test("a secret is shown when it is made, and no test call is offered before", async () => {
  api.on("POST connector/secret", () => {
    state = { ...OFF, has_secret: true };
    return { status: 201, body: { secret: "whsec_abc" } };
  });
  await open();
  await until(() => button("Make a secret") !== undefined);
  expect(button("Make the call")?.hasAttribute("disabled")).toBe(true);
  await click("Make a secret");
  await until(() => says("whsec_abc"));
  await until(() => button("Make a new secret") !== undefined);
});

test("a test call shows both sides and what is wrong", async () => {
  state = { ...OFF, has_secret: true };
  api.on("POST connector/test", {
    body: {
      ok: false,
      problem: "data.0.total: A valid number is required.",
      found: 0,
      took_ms: 12,
      request: { method: "POST", url: "https://shop.example/baton/orders/find", headers: {}, body: "{}" },
      reply: { status: 200, content_type: "application/json", body: '{"data": []}' },
    },
  });
  await open();
  await until(() => button("Make the call") !== undefined);
  await type("Number or e-mail address", "ann@example.org");
  await click("Make the call");
  await until(() => says("data.0.total: A valid number is required."));
  expect(says("POST https://shop.example/baton/orders/find")).toBe(true);
  expect(api.sent("POST connector/test")).toEqual([{ kind: "orders.find", email: "ann@example.org" }]);
});

test("what keeps it from being saved is told at its field", async () => {
  api.on("PATCH connector", wrong("address", "address: must begin with https://."));
  await open();
  await until(() => says("Your system"));
  await type("Address", "http://shop.example");
  await click("Save");
  await until(() => says("Must begin with https://."));
});

test("a system that is left alone is told", async () => {
  state = { ...OFF, on: true, left_alone_seconds: 42 };
  await open();
  await until(() => says("left alone for another 42 seconds"));
});

test("what failed may be tried again", async () => {
  const failed = {
    id: "act_1",
    kind: "refund",
    subject: "LC-1",
    state: "failed",
    amount: "5.00",
    currency: "EUR",
    problem: "The card has expired.",
    conversation_id: null,
    created_at: "2026-11-22T08:00:00Z",
  };
  api.on("GET connector/actions", { body: { data: [failed] } });
  api.on("POST connector/actions/act_1/retry", { body: { ...failed, state: "pending" } });
  await open();
  await until(() => says("The card has expired."));
  await click("Try again");
  await until(() => api.sent("POST connector/actions/act_1/retry").length === 1);
});
