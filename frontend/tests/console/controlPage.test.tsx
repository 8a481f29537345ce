import { act } from "react";
import { expect, test } from "vitest";
import type { RiskRow } from "../../src/console/api/control";
import ControlPage from "../../src/console/control/ControlPage";
import { fakeApi } from "./api";
import { ASSISTANT, CAROL, me, row, said } from "./cast";
import { risky, SETTINGS } from "./risk";
import { button, click, says, show, type, until } from "./stage";

const api = fakeApi();
const SUPERVISOR = me({
  role: "supervisor",
  rights: ["conversations.read", "conversations.write", "assistant.supervise", "account"],
});
const WORDS = { text: "this is a joke", seq: 1 };
const ANGER = { kind: "anger", label: "Anger 84%", value: 0.84, threshold: 0.7, words: WORDS };
const ELLA = risky("conv_1", 84, { reasons: [ANGER], customer: { id: "cus_carol", name: "Ella Marsh" } });
const AT = "2026-01-01T10:00:00Z";

// Nothing is laid out here: the table is told that it has the height of a screen.
Object.defineProperty(HTMLElement.prototype, "clientHeight", { configurable: true, get: () => 900 });
Object.defineProperty(HTMLElement.prototype, "clientWidth", { configurable: true, get: () => 1200 });

async function open(rows: RiskRow[], path = "/console/control") {
  api.on("GET control_room", { body: { data: rows, has_more: false, settings: SETTINGS } });
  const talk = row("conv_1", {
    control: { ...row("conv_1").control, holder: "assistant" },
    customer: { id: "cus_carol", name: "Ella Marsh", email: null },
  });
  const detail = {
    ...talk,
    draft: null,
    actions: [],
    handover: null,
    decisions: [],
    notes: [],
    orders: [],
    past: [],
  };
  api.on("GET conversations/conv_1", { body: detail });
  const log = [said(1, CAROL, AT, "this is a joke"), said(2, ASSISTANT, AT, "Sorry")];
  api.on("GET conversations/conv_1/events", { body: { data: log, has_more: false, conversation: talk } });
  return show(<ControlPage />, { as: SUPERVISOR, path });
}

const press = (key: string) =>
  act(async () => {
    window.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  });
const names = () => [...document.querySelectorAll("tbody a")].map((link) => link.textContent);

test("live conversations stand by risk, with the reason in words and the evidence", async () => {
  await open([risky("conv_2", 12), ELLA]);
  await until(() => says("Anger 84%"));
  expect(says("“this is a joke”")).toBe(true);
  expect(names()).toEqual(["Ella Marsh", "Carol"]);
  expect(button("High 1")).toBeDefined();
  await click("Low 1");
  expect(names()).toEqual(["Carol"]);
});

test("an empty room says what will be here", async () => {
  await open([]);
  await until(() => says("Nobody is talking to the assistant now"));
});

test("a failure is told, and asked again", async () => {
  api.on("GET control_room", { status: 500, body: {} });
  await show(<ControlPage />, { as: SUPERVISOR, path: "/console/control" });
  await until(() => button("Try again"));
  api.on("GET control_room", { body: { data: [ELLA], has_more: false, settings: SETTINGS } });
  await click("Try again");
  await until(() => says("Anger 84%"));
});

test("a key guides the assistant under the epoch that is seen", async () => {
  api.on("POST conversations/conv_1/guidance", { status: 201, body: {} });
  await open([ELLA], "/console/control/conv_1");
  await until(() => button("Guide"));
  await press("g");
  await type("What shall the next answer do?", "Offer the loan bike.");
  const form = document.querySelector("form");
  await act(async () => form?.requestSubmit());
  await until(() => api.sent("POST conversations/conv_1/guidance").length === 1);
  expect(api.sent("POST conversations/conv_1/guidance")).toEqual([
    { epoch: 1, kind: "words", text: "Offer the loan bike." },
  ]);
});

test("a key holds the next reply at once, and lets it go again", async () => {
  const held = { ...ELLA, hold: { by: { id: "agt_maya", name: "Maya Okafor" }, at: AT } };
  api.on("PUT conversations/conv_1/hold", () => {
    api.on("GET control_room", { body: { data: [held], has_more: false, settings: SETTINGS } });
    return { body: held };
  });
  await open([ELLA], "/console/control/conv_1");
  await until(() => button("Hold"));
  await press("l");
  await until(() => button("Hold")?.getAttribute("aria-pressed") === "true");
  expect(api.sent("PUT conversations/conv_1/hold")).toEqual([{ epoch: 1 }]);
  api.on("DELETE conversations/conv_1/hold", { body: ELLA });
  await press("l");
  await until(() => api.sent("DELETE conversations/conv_1/hold").length === 1);
});

test("a risk is put aside with a reason, which can be undone", async () => {
  api.on("POST conversations/conv_1/risk/dismiss", { body: {} });
  api.on("DELETE conversations/conv_1/risk/dismiss", { body: {} });
  await open([ELLA], "/console/control/conv_1");
  await until(() => button("Dismiss"));
  await press("d");
  await click("Dismiss the risk");
  await until(() => says("is put aside until it rises further"));
  expect(api.sent("POST conversations/conv_1/risk/dismiss")).toEqual([{ reason: "handled", because: "" }]);
  await click("Undo");
  await until(() => api.sent("DELETE conversations/conv_1/risk/dismiss").length === 1);
});
