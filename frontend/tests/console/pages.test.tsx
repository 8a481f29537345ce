import { beforeEach, expect, test } from "vitest";
import type { Right } from "../../src/console/desk/rights";
import { Pages } from "../../src/console/Pages";
import { Rail } from "../../src/console/shell/Rail";
import { fakeApi } from "./api";
import { me } from "./cast";
import { says, show, until } from "./stage";

const api = fakeApi();
const AGENT: Right[] = ["conversations.read", "people.read", "account"];
const ADMIN: Right[] = [
  ...AGENT,
  "settings.read",
  "settings.manage",
  "data.export",
  "tokens.manage",
  "audit.read",
];
const steps = (done: boolean) => [{ key: "tone", done, detail: {} }];

const entries = () => [...document.querySelectorAll("nav a")].map((link) => link.textContent?.trim());
const shift = (on_shift: boolean) => show(<Rail />, { as: me({ on_shift }), path: "/console/inbox/waiting" });
const rail = (rights: Right[]) => show(<Rail />, { as: me({ rights }), path: "/console/inbox/waiting" });

beforeEach(() => {
  api.on("GET conversations/counts", { body: { waiting: 3 } });
  api.on("GET guide", { body: { steps: steps(true), place: "", left: false } });
});

test("the rail shows an agent the inbox and the team", async () => {
  await rail(AGENT);
  await until(() => entries().includes("Inbox 3: 3 waiting"));
  expect(entries()).toEqual(["Inbox 3: 3 waiting", "Queue", "Team"]);
  expect(api.asked.some(({ path }) => path === "guide")).toBe(false);
});

test("the rail shows an admin the company's pages too", async () => {
  await rail(ADMIN);
  await until(() => entries().includes("Inbox 3: 3 waiting"));
  expect(entries().slice(1)).toEqual([
    "Queue",
    "Team",
    "Settings",
    "Data and privacy",
    "API tokens",
    "Audit log",
  ]);
});

test("the welcome guide stands in the rail until it is done or put away", async () => {
  api.on("GET guide", { body: { steps: steps(false), place: "", left: false } });
  await rail(ADMIN);
  await until(() => entries().includes("Welcome guide"));
});

test("a guide that was put away is no longer in the rail", async () => {
  api.on("GET guide", { body: { steps: steps(false), place: "", left: true } });
  await rail(ADMIN);
  await until(() => entries().includes("Inbox 3: 3 waiting"));
  expect(entries()).not.toContain("Welcome guide");
});

test.each(["settings", "data", "audit", "tokens", "welcome", "reports"])(
  "the address of %s opens for nobody without the right",
  async (page) => {
    await show(<Pages />, { as: me({ rights: AGENT }), path: `/console/${page}` });
    await until(() => says("This page is for another role"));
    expect(api.asked.filter(({ path }) => !path.startsWith("updates"))).toEqual([]);
  },
);

test("who is online outside of their shift is not told that they are simply online", async () => {
  await shift(false);
  expect(says("Off shift")).toBe(true);
});
