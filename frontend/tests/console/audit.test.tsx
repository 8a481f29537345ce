import { beforeEach, expect, test } from "vitest";
import AuditPage from "../../src/console/audit/AuditPage";
import { fakeApi } from "./api";
import { me } from "./cast";
import { button, click, says, show, type, until } from "./stage";

const api = fakeApi();
const entry = (id: string, action: string) => ({
  id,
  at: "2026-01-01T10:00:00Z",
  actor: { kind: "agent", id: "agt_1", name: "Nora" },
  action,
  object: { kind: "agent", id: "agt_2", name: "Tomasz" },
  changes: { role: ["agent", "supervisor"] },
  address: "203.0.113.7",
  request_id: "req_7",
});

beforeEach(() => {
  api.on("GET people", { body: { data: [] } });
  api.on("GET audit/actions", { body: { data: ["role.changed"] } });
  api.on("GET audit", {
    body: { data: [entry("aud_1", "role.changed")], has_more: true, next_cursor: "c1" },
  });
});

const open = (path = "/console/audit") =>
  show(<AuditPage />, { as: me({ role: "owner", rights: ["audit.read"] }), path });

test("an entry unfolds to what changed and where it came from", async () => {
  await open();
  const row = await until(() => button("Role changed"));
  expect(row.getAttribute("aria-expanded")).toBe("false");
  expect(says("supervisor")).toBe(false);
  await click("Role changed");
  expect(button("Role changed")?.getAttribute("aria-expanded")).toBe("true");
  expect(says("Roleagentsupervisor")).toBe(true);
  expect(says("203.0.113.7")).toBe(true);
  expect(says("req_7")).toBe(true);
});

test("older entries come below the newer ones", async () => {
  await open();
  await until(() => button("Role changed"));
  api.on("GET audit", {
    body: { data: [entry("aud_0", "agent.invited")], has_more: false, next_cursor: null },
  });
  await click("Show older");
  await until(() => button("Agent invited"));
  expect(button("Role changed")).toBeDefined();
  expect(api.asked.at(-1)?.path).toBe("audit?cursor=c1");
  expect(button("Show older")).toBeUndefined();
});

test("the filter of the address is what is asked for, and the files have it too", async () => {
  await open("/console/audit?actor=agt_1&action=role.changed");
  await until(() => button("Role changed"));
  expect(api.asked.some(({ path }) => path === "audit?actor=agt_1&action=role.changed")).toBe(true);
  const file = document.querySelector<HTMLAnchorElement>('a[aria-label*="CSV"]');
  expect(file?.getAttribute("href")).toBe("/api/v1/audit/export?actor=agt_1&action=role.changed&format=csv");
});

test("a filter that finds nothing can be cleared from there", async () => {
  api.on("GET audit", { body: { data: [], has_more: false, next_cursor: null } });
  await open();
  await until(() => says("Nothing recorded yet"));
  await type("About", "nobody");
  await until(() => says("No entry matches"));
  await click("Clear the filters");
  await until(() => says("Nothing recorded yet"));
});
