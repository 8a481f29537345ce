import { act } from "react";
import { beforeEach, expect, test } from "vitest";
import { leaving } from "../../src/console/data/customers/list";
import DataPage from "../../src/console/data/DataPage";
import type { Right } from "../../src/console/desk/rights";
import { fakeApi, wrong } from "./api";
import { me } from "./cast";
import { button, click, says, show, type, until } from "./stage";

const api = fakeApi();
const OWNER: Right[] = ["settings.manage", "data.export", "customers.erase", "workspace.close"];
const carol = {
  id: "cus_1",
  name: "Carol Huber",
  email: "c@example.com",
  created_at: "2026-01-01T00:00:00Z",
};
const job = {
  id: "exp_1",
  kind: "workspace",
  customer: null,
  size: null,
  url: null,
  problem: null,
  expires_at: null,
  requested_by: { id: "agt_maya", name: "Maya" },
  created_at: "2026-01-01T00:00:00Z",
};

const open = (part = "", rights = OWNER) =>
  show(<DataPage />, { as: me({ role: "owner", rights }), path: `/console/data${part}` });

beforeEach(() => {
  api.on("GET customers", {
    body: { data: [{ ...carol, conversations: 4 }], has_more: false, next_cursor: null },
  });
  api.on("GET workspace", { body: { name: "Larkfield Cycles", retention_days: null, closing: null } });
  api.on("GET exports", { body: { data: [] } });
  leaving.set(new Set());
});

test("a customer is erased only once the name was typed", async () => {
  api.on("POST customers/cus_1/erase", { status: 202, body: {} });
  await open("/customers");
  await click("Erase Carol Huber");
  await type("Type “Carol Huber”", "Carol");
  expect(button("Erase for good")?.disabled).toBe(true);
  await type("Type “Carol Huber”", "carol huber");
  await click("Erase for good");
  await until(() => says("is being erased"));
  expect(api.sent("POST customers/cus_1/erase")).toEqual([{ confirm: "Carol Huber" }]);
  expect(says("Being erased…")).toBe(true);
  expect(button("Erase Carol Huber")).toBeUndefined();
});

test("who may not erase is not offered it", async () => {
  await open("/customers", ["data.export"]);
  await until(() => button("Export Carol Huber"));
  expect(button("Erase Carol Huber")).toBeUndefined();
});

test("an export that is asked for shows how far it is, then its file", async () => {
  api.on("POST exports", { status: 202, body: { ...job, state: "waiting", done: 0, total: 0 } });
  await open("/exports");
  await until(() => says("Nothing exported yet"));
  api.on("GET exports", { body: { data: [{ ...job, state: "running", done: 2, total: 8 }] } });
  await click("Export the workspace");
  await until(() => says("25%"));
  expect(button("Export the workspace")?.disabled).toBe(true);
  api.on("GET exports", {
    body: { data: [{ ...job, state: "done", done: 8, total: 8, size: 9_000, url: "/e/x.zip" }] },
  });
  const file = await until(() => document.querySelector<HTMLAnchorElement>('a[href="/e/x.zip"]'));
  expect(file.textContent).toBe("Download");
});

test("closing asks for the name and the password, and says at the field which is wrong", async () => {
  api.on("POST workspace/close", wrong("password", "password: That is not your password."));
  await open();
  await click("Close the workspace…");
  expect((await until(() => button("Close the workspace"))).disabled).toBe(true);
  await type("Type “Larkfield Cycles”", "Larkfield Cycles");
  await type("Your password", "wrong");
  await click("Close the workspace");
  await until(() => says("That is not your password."));
  expect(api.sent("POST workspace/close")).toEqual([{ name: "Larkfield Cycles", password: "wrong" }]);
});

test("a workspace that is closing is opened again here", async () => {
  const closing = { asked_at: "2026-01-01T00:00:00Z", ends_at: "2026-01-31T00:00:00Z" };
  api.on("GET workspace", { body: { name: "Larkfield Cycles", retention_days: null, closing } });
  api.on("POST workspace/reopen", { body: {} });
  const desk = await open();
  await act(async () =>
    desk.me.change((known) => ({
      ...known,
      workspace: { ...known.workspace, closing_at: closing.asked_at },
    })),
  );
  await click("Open it again");
  await until(() => desk.me.get().workspace.closing_at === null);
});
