/** The plan on a stage: where the company stands, another plan with what it costs and takes away, the way out and back. */

import { act } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Route } from "wouter";
import BillingPage from "../../../src/console/billing/BillingPage";
import type { Right } from "../../../src/console/desk/rights";
import { BillingNotice } from "../../../src/console/shell/BillingNotice";
import { fakeApi, wrong } from "../api";
import { me } from "../cast";
import { button, click, field, says, show, type, until } from "../stage";
import { billing, HREF, inDays, PLANS, preview, trying } from "./company";

const api = fakeApi();
const ADMIN: Right[] = ["billing.read", "billing.manage", "people.read", "conversations.read"];

const open = (path = "", rights = ADMIN) => show(<BillingPage />, { as: me({ rights }), path: HREF + path });

beforeEach(() => {
  localStorage.clear();
  api.on("GET billing", { body: billing() });
  api.on("GET billing/plans", { body: PLANS });
  api.on("GET me", { body: me() });
});

afterEach(() => vi.restoreAllMocks());

/** Presses a box or a radio of a form. */
async function press(selector: string): Promise<void> {
  const found = await until(() => document.querySelector<HTMLElement>(selector));
  await act(async () => found.click());
}

const went = () => {
  const assign = vi.spyOn(window.location, "assign").mockImplementation(() => {});
  return () => assign.mock.calls.map(([to]) => String(to));
};

test("seats, resolutions and the next invoice stand at the top, with the bill behind them", async () => {
  await open();
  await until(() => says("4 of 5 taken"));
  expect(says("1 invitation not accepted yet, 2 viewers for free.")).toBe(true);
  expect(says("400 of 500 included")).toBe(true);
  expect(says("100 are left of the bundle")).toBe(true);
  expect(says("5 × €29")).toBe(true);
  expect(says("Visa, 4242")).toBe(true);
  expect(says("Test payments")).toBe(false);
});

test("of seats that are paid by the year nothing is due in most months, and the bill says when it is", async () => {
  const yearly = billing({ interval: "year" });
  yearly.bill = { ...yearly.bill, next_at: inDays(300) };
  api.on("GET billing", { body: yearly });
  await open();
  await until(() => says("Nothing is due for"));
  expect(says("The next invoice is made on")).toBe(true);
});

test("more seats: the dialog reckons, shows what is paid now, and changes what was shown", async () => {
  api.on("POST billing/preview", { body: preview() });
  api.on("POST billing/change", { body: { page: null } });
  await open();
  await click("Change plan or seats");
  await until(() => says("This is what you have."));
  expect(button("Go on")?.disabled).toBe(true);
  await type("Seats", "7");
  await until(() => says("7 seats"));
  expect(says("140 resolutions beyond the bundle")).toBe(true);
  await click("Go on");
  await until(() => says("€38.66"));
  expect(api.sent("POST billing/preview")).toEqual([{ plan: "team", interval: "month", seats: 7 }]);
  await click("Pay €38.66 and change");
  await until(() => says("Changed. It holds from now on."));
  expect(api.sent("POST billing/change")).toEqual([
    { plan: "team", interval: "month", seats: 7, at: "2026-11-23T10:00:00Z", accepts: [] },
  ]);
  // What the console knows of the plan is asked for again.
  await until(() => api.sent("GET me").length > 0);
});

test("what is lost is accepted one by one; what blocks names who and cannot be accepted", async () => {
  const losses = [
    { code: "sla", words: "Reply-time promises stop.", blocks: false, who: [] },
    { code: "sso", words: "Single sign-on ends.", blocks: false, who: [] },
  ];
  api.on("POST billing/preview", { body: preview({ now_cents: 0, losses }) });
  api.on("POST billing/change", { body: { page: null } });
  await open();
  await click("Change plan or seats");
  await type("Seats", "4");
  await click("Go on");
  await until(() => says("Reply-time promises stop."));
  expect(button("Change now")?.disabled).toBe(true);
  await press('input[value="sla"]');
  expect(button("Change now")?.disabled).toBe(true);
  await press('input[value="sso"]');
  await until(() => button("Change now")?.disabled === false);
  await click("Change now");
  await until(() => api.sent("POST billing/change").length > 0);
  expect(api.sent("POST billing/change")).toMatchObject([{ accepts: ["sla", "sso"] }]);
});

test("too few seats: nothing can be done before it is mended", async () => {
  const who = ["Maya", "Hannah"];
  const losses = [{ code: "seats", words: "4 people have a seat.", blocks: true, who }];
  api.on("POST billing/preview", { body: preview({ losses }) });
  await open();
  await click("Change plan or seats");
  await type("Seats", "2");
  await click("Go on");
  await until(() => says("This stands in the way"));
  expect(says("Maya and Hannah")).toBe(true);
  expect(button("Pay €38.66 and change")?.disabled).toBe(true);
  expect(api.sent("POST billing/change")).toEqual([]);
});

test("a refused payment is told where it was asked for, and the dialog stays", async () => {
  api.on("POST billing/preview", { body: preview() });
  api.on("POST billing/change", wrong(null, "Your card was declined.", 402));
  await open();
  await click("Change plan or seats");
  await type("Seats", "7");
  await click("Go on");
  await click("Pay €38.66 and change");
  await until(() => says("Your card was declined."));
  expect(button("Pay €38.66 and change")).toBeDefined();
});

test("in a trial the plans stand side by side, and choosing leads to payment", async () => {
  const where = went();
  api.on("GET billing", { body: trying({ sandbox: true }) });
  api.on("POST billing/preview", { body: preview({ now_cents: 0 }) });
  api.on("POST billing/checkout", { body: { url: "https://pay.example.com/cs_1" } });
  await open();
  await until(() => says("Trial, 9 days left"));
  expect(says("Test payments.")).toBe(true);
  expect(says("Cancel the subscription")).toBe(false);
  await click("Choose Team");
  await click("Go on");
  await until(() => says("nothing is charged before"));
  await click("Go to payment");
  await until(() => where().length > 0);
  expect(where()).toEqual(["https://pay.example.com/cs_1"]);
  expect(api.sent("POST billing/checkout")).toEqual([
    { plan: "team", interval: "month", seats: 4, accepts: [] },
  ]);
});

test("what was chosen at sign-up opens the dialog with it", async () => {
  api.on("GET billing", { body: trying() });
  await open("?choose=business&interval=year");
  await until(() => says("€1,975.00") || says("once a year"));
  expect(says("€3,160.00 once a year")).toBe(true);
});

test("who signed up with a plan and decides later is led to the guide", async () => {
  api.on("GET billing", { body: trying() });
  const pages = (
    <>
      <Route path="/console/billing/*?">
        <BillingPage />
      </Route>
      <Route path="/console/welcome">the guide</Route>
    </>
  );
  await show(pages, { as: me({ rights: ADMIN }), path: `${HREF}?choose=team&interval=month` });
  await until(() => button("Not now"));
  await click("Not now");
  await until(() => says("the guide"));
});

test("what was paid and is more than the next invoice takes is told as kept", async () => {
  const lines = [
    { words: "Unused time on 7 × Baton Business", quantity: 7, cents: -187_48 },
    { words: "1 × Baton Team", quantity: 1, cents: 29_00 },
  ];
  api.on("POST billing/preview", { body: preview({ lines, now_cents: 0, next_cents: 0 }) });
  await open();
  await click("Change plan or seats");
  await type("Seats", "7");
  await click("Go on");
  await until(() => says("Kept for the invoices after it"));
  expect(says("€158.48")).toBe(true);
});

test("a dialog gives the focus back to what opened it", async () => {
  api.on("POST billing/preview", { body: preview() });
  await open();
  (await until(() => button("Cancel the subscription"))).focus();
  await click("Cancel the subscription");
  await until(() => says("Why do you leave?"));
  await click("Keep Team");
  await until(() => document.activeElement?.textContent === "Cancel the subscription");
});

test("cancelling says what stays, may be told why, and takes what is lost as told", async () => {
  const losses = [{ code: "history", words: "Older conversations are not shown.", blocks: false, who: [] }];
  api.on("POST billing/preview", { body: preview({ losses }) });
  api.on("POST billing/cancel", { body: {} });
  await open();
  await click("Cancel the subscription");
  await until(() => says("Older conversations are not shown."));
  expect(api.sent("POST billing/preview")).toEqual([{ plan: "free", interval: null, seats: null }]);
  const cancel = () =>
    [...document.querySelectorAll<HTMLButtonElement>(".mantine-Modal-content button")].find(
      (one) => one.textContent === "Cancel the subscription",
    );
  expect(document.querySelector(".mantine-Modal-content input[type=checkbox]")).toBeNull();
  await press('input[value="unused"]');
  await act(async () => cancel()?.click());
  await until(() => api.sent("POST billing/cancel").length > 0);
  expect(api.sent("POST billing/cancel")).toEqual([{ reason: "unused", words: "", accepts: ["history"] }]);
});

test("who cancelled may stay", async () => {
  api.on("GET billing", { body: billing({ ends_at: billing().period.end }) });
  api.on("POST billing/resume", { body: {} });
  await open();
  await click("Keep Team");
  await until(() => says("Your subscription goes on"));
  expect(api.sent("POST billing/resume")).toHaveLength(1);
});

test("a failed payment says what goes on and when settings close; paying leads to the bank where it asks", async () => {
  const where = went();
  const dunning = {
    since: "2026-11-20T10:00:00Z",
    step: 1,
    steps: 4,
    next_try_at: "2026-11-25T10:00:00Z",
    locks_at: "2026-12-04T10:00:00Z",
    invoice_page: "https://pay.example.com/in_1",
  };
  api.on("GET billing", { body: billing({ standing: "past_due", dunning }) });
  api.on("POST billing/pay", { body: { paid: false, page: "https://pay.example.com/3ds" } });
  await open();
  await until(() => says("Your last payment did not go through"));
  expect(says("Conversations and the assistant go on")).toBe(true);
  await click("Pay now");
  await until(() => where().length > 0);
  expect(where()).toEqual(["https://pay.example.com/3ds"]);
});

test("a limit in money is stored as whole cents, and more is bought only while it is paid", async () => {
  api.on("PATCH billing/limits", { body: {} });
  await open();
  await until(() => says("Beyond the bundle"));
  await press('input[value="limited"]');
  await type("At most in a month", "20");
  await until(() => says("40 more resolutions."));
  await click("Save");
  await until(() => api.sent("PATCH billing/limits").length > 0);
  expect(api.sent("PATCH billing/limits")).toEqual([{ overage: true, overage_limit_cents: 20_00 }]);
});

test("who may only look sees no button that would be refused", async () => {
  await open("", ["billing.read"]);
  await until(() => says("4 of 5 taken"));
  for (const name of ["Change plan or seats", "Change the card", "Cancel the subscription"]) {
    expect(button(name)).toBeUndefined();
  }
  expect(field("Stop: your people take over")?.closest("fieldset")?.disabled).toBe(true);
});

test.each([
  ["complete", "You are on Team. Thank you."],
  ["open", "The checkout was not finished"],
  ["expired", "The checkout was not finished"],
])("back from a checkout that is %s", async (state, words) => {
  api.on("GET billing/checkout/cs_1", { body: { state, standing: "active" } });
  await open("?checkout=cs_1");
  await until(() => says(words));
  await click("Close");
  await until(() => !says(words));
});

test("where nobody is billed there is no money, and the figure all the same", async () => {
  api.on("GET billing", { body: billing({ billed: false }) });
  await open();
  await until(() => says("Nobody is billed here"));
  expect(says("Choose a plan")).toBe(false);
  expect(says("€")).toBe(false);
  await until(() => says("What counts as a resolution"));
});

test("a page that cannot be loaded says so, and tries again", async () => {
  api.on("GET billing", wrong(null, "The payment service does not answer.", 503));
  await open();
  await until(() => says("Your plan could not be loaded."));
  api.on("GET billing", { body: billing() });
  await click("Try again");
  await until(() => says("4 of 5 taken"));
});

test("news in the shell are put away for a day; what has to be done stays", async () => {
  const notice = {
    kind: "cap_near" as const,
    words: "80% of the bundle is used.",
    href: "/console/billing/usage",
  };
  const desk = await show(<BillingNotice />, { as: me({ billing_notice: notice }), path: HREF });
  await click("Not today");
  await until(() => !says("80% of the bundle"));
  const failed = { kind: "payment_failed" as const, words: "A payment failed.", href: HREF };
  await act(async () => desk.me.change((now) => ({ ...now, billing_notice: failed })));
  await until(() => says("A payment failed."));
  expect(button("Not today")).toBeUndefined();
});

test("a change that the bank wants confirmed leads to its page, and a preview that is too old is asked again", async () => {
  const where = went();
  api.on("POST billing/preview", { body: preview() });
  api.on("POST billing/change", wrong("at", "at: this preview is too old."));
  await open();
  await click("Change plan or seats");
  await type("Seats", "7");
  await click("Go on");
  await click("Pay €38.66 and change");
  await until(() => says("this preview is too old."));
  await until(() => api.sent("POST billing/preview").length === 2);
  api.on("POST billing/change", { body: { page: "https://pay.example.com/3ds" } });
  await click("Pay €38.66 and change");
  await until(() => where().length > 0);
  expect(where()).toEqual(["https://pay.example.com/3ds"]);
});
