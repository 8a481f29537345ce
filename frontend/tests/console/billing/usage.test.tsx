/** Usage and invoices on a stage: the ledger with its evidence and disputes, what did not count, invoices, details. */

import { act } from "react";
import { beforeEach, expect, test } from "vitest";
import BillingPage from "../../../src/console/billing/BillingPage";
import type { Right } from "../../../src/console/desk/rights";
import { fakeApi, wrong } from "../api";
import { me } from "../cast";
import { button, click, says, show, type, until } from "../stage";
import { billing, HREF, invoice, line, page } from "./company";

const api = fakeApi();
const ADMIN: Right[] = ["billing.read", "billing.manage", "conversations.read"];
const DETAILS = {
  name: "Larkfield Cycles GmbH",
  email: "pay@larkfield.example",
  line1: "Ringstr. 4",
  line2: "",
  postal_code: "10115",
  city: "Berlin",
  country: "DE",
  tax_ids: [{ id: "txi_1", kind: "eu_vat", value: "DE123456789", state: "verified" }],
};

const open = (path: string, rights = ADMIN) =>
  show(<BillingPage />, { as: me({ rights }), path: HREF + path });
const asked = (path: string) => api.asked.filter((one) => one.path.startsWith(path)).map((one) => one.path);

beforeEach(() => {
  api.on("GET billing", { body: billing() });
  api.on("GET workspace", { body: { time_zone: "UTC" } });
  api.on("GET billing/usage/days", { body: { data: [], included: 500, period: billing().period } });
  api.on(
    "GET billing/usage/lines",
    page([line("res_1"), line("res_2", { customer: { id: "cus_2", name: "Ada" } })]),
  );
  api.on("GET billing/details", { body: DETAILS });
  api.on("GET billing/invoices", page([invoice("1"), invoice("2", { status: "open", due_cents: 100_00 })]));
});

test("a line opens with the words that prove it, and the way to its conversation", async () => {
  await open("/usage");
  await click("Gus");
  await until(() => says("Perfect, thank you!"));
  expect(says("Gus wrote that it helped")).toBe(true);
  const link = [...document.querySelectorAll("a")].find(
    (one) => one.textContent === "Open the whole conversation",
  );
  expect(link?.getAttribute("href")).toContain("conv_9");
  expect(says("Nothing was counted in this period yet.")).toBe(true);
});

test("a dispute needs a reason, goes once, and says what came of it", async () => {
  api.on("POST billing/usage/lines/res_1/dispute", ({ body }) => {
    const { reason } = body as { reason: string };
    const dispute = {
      state: "upheld" as const,
      reason,
      at: "2026-11-23T10:00:00Z",
      answer: null,
      by: "Maya",
    };
    const credit = { reason: "disputed" as const, words: "You disputed it.", at: "2026-11-23T10:00:00Z" };
    const now = line("res_1", { dispute, credit, can_dispute: false });
    api.on("GET billing/usage/lines", page([now]));
    return { body: now };
  });
  await open("/usage");
  await click("Gus");
  await click("This was no resolution");
  expect(button("Dispute it")?.disabled).toBe(true);
  await type("Why was it none?", "They wrote to us by phone.");
  await click("Dispute it");
  await until(() => says("Disputed, and credited"));
  expect(api.sent("POST billing/usage/lines/res_1/dispute")).toEqual([
    { reason: "They wrote to us by phone." },
  ]);
  expect(says("You disputed it.")).toBe(false);
  expect(document.activeElement?.textContent).toContain("They wrote to us by phone.");
  expect(button("This was no resolution")).toBeUndefined();
});

test("erased words and deleted conversations are told as such, and a line that was never charged says why", async () => {
  const gone = line("res_3", {
    conversation_id: null,
    customer: null,
    charged: false,
    not_charged_because: "It came in your trial.",
    evidence: [{ seq: 1, role: "asked", author: "customer", text: null, at: null }],
  });
  api.on("GET billing/usage/lines", page([gone]));
  await open("/usage?line=res_3");
  await until(() => says("These words were erased."));
  expect(says("It came in your trial.")).toBe(true);
  expect(says("The conversation was deleted")).toBe(true);
});

test("a line of another page is found by its id, and the file is of the period that is shown", async () => {
  api.on("GET billing/usage/lines/res_9", { body: line("res_9", { why: "It was long ago." }) });
  await open("/usage?line=res_9");
  await until(() => says("It was long ago."));
  expect(asked("billing/usage/lines").some((one) => one.includes("period=current"))).toBe(true);
  const file = [...document.querySelectorAll("a")].find((one) => one.textContent === "Export CSV");
  expect(file?.getAttribute("href")).toBe("/api/v1/billing/usage/export.csv?period=current");
  expect(asked("billing/usage/days")).toEqual(["billing/usage/days"]);
});

test("the ledger is narrowed by state, and what did not count is asked for when it is wanted", async () => {
  api.on("GET billing/usage/not_counted", {
    body: {
      data: [
        {
          conversation_id: "conv_3",
          customer: { id: "cus_3", name: "Bo" },
          topic: "Refunds",
          ended_at: "2026-11-20T11:00:00Z",
          why: "never_said",
          words: "The customer never said that it helped.",
        },
      ],
      reasons: [{ why: "never_said", words: "The customer never said that it helped.", count: 17 }],
      looked_at: 120,
    },
  });
  await open("/usage");
  await until(() => says("Ada"));
  const credited = document.querySelector<HTMLInputElement>('input[value="credited"]');
  await act(async () => credited?.click());
  await until(() => asked("billing/usage/lines").some((one) => one.includes("state=credited")));
  expect(asked("billing/usage/not_counted")).toEqual([]);
  await click("Show examples");
  await until(() => says("The customer never said that it helped."));
  expect(says("Of the last 120 conversations")).toBe(true);
  expect(says("17")).toBe(true);
});

test("invoices open with their lines, and one that is open leads to its payment", async () => {
  await open("/invoices");
  await until(() => says("BATON-2"));
  expect(says("To be paid")).toBe(true);
  expect(says("5 × Baton Team")).toBe(false);
  await click("BATON-1");
  await until(() => says("5 × Baton Team"));
  expect(says("€27.55")).toBe(true);
  expect(says("Still to be paid")).toBe(false);
  await click("BATON-2");
  await until(() => says("Still to be paid"));
});

test("billing details save what changed, and say at the field what is wrong", async () => {
  api.on("PATCH billing/details", wrong("email", "email: This is no address."));
  await open("/invoices");
  await until(() => says("DE123456789"));
  await type("City", "Potsdam");
  await click("Save");
  await until(() => says("This is no address."));
  api.on("PATCH billing/details", { body: { ...DETAILS, city: "Potsdam" } });
  await click("Save");
  await until(() => says("Billing details saved"));
  expect(api.sent("PATCH billing/details")).toEqual([{ city: "Potsdam" }, { city: "Potsdam" }]);
});

test("a tax number is added and removed", async () => {
  api.on("POST billing/tax_ids", wrong("value", "value: This is no VAT number."));
  api.on("DELETE billing/tax_ids/txi_1", { status: 204 });
  await open("/invoices");
  await type("Number", "DE1");
  await click("Add");
  await until(() => says("This is no VAT number."));
  expect(api.sent("POST billing/tax_ids")).toEqual([{ kind: "eu_vat", value: "DE1" }]);
  await click("Remove DE123456789");
  await until(() => api.sent("DELETE billing/tax_ids/txi_1").length === 1);
});
