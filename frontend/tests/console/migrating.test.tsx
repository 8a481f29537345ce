import { act } from "react";
import { beforeEach, expect, test } from "vitest";
import type { Migration, MigrationItem } from "../../src/console/api/migrations";
import type { Right } from "../../src/console/desk/rights";
import { Migrating } from "../../src/console/settings/migrating/Migrating";
import { partsOf, standing, storing } from "../../src/console/settings/migrating/words";
import { fakeApi } from "./api";
import { me } from "./cast";
import { click, says, show, until } from "./stage";

const api = fakeApi();
const none = { new: 0, known: 0, merged: 0, problem: 0, stored: 0 };
const ONE: Migration = {
  id: "mig_1",
  source: "chatwoot",
  name: "chatwoot.jsonl",
  state: "review",
  total: 3,
  done: 3,
  customers: { ...none, new: 1, merged: 1 },
  conversations: { ...none, new: 2, problem: 1 },
  messages: 5,
  notes: 1,
  problem: "",
  can_be_undone: false,
  requested_by: "Amy",
  created_at: "2026-11-22T10:00:00Z",
  finished_at: null,
};
const ITEM: MigrationItem = {
  number: 1,
  place: 1,
  kind: "conversation",
  key: "chatwoot:3:41",
  action: "new",
  name: "A bent wheel",
  email: null,
  messages: 4,
  notes: 1,
  sample: [
    { by: "customer", name: "", text: "My wheel is bent", at: "2023-11-14T22:13:20+00:00", private: false },
    { by: "agent", name: "Gustav", text: "In the club.", at: "2023-11-14T22:16:40+00:00", private: true },
  ],
  problem: "",
  applied: false,
  customer_id: null,
  conversation_id: null,
};
let one: Migration;
let item: MigrationItem;

beforeEach(() => {
  one = ONE;
  item = ITEM;
  api.on("GET migrations", () => ({ body: { data: [one], has_more: false, next_cursor: null } }));
  api.on("GET migrations/mig_1", () => ({ body: one }));
  api.on("GET migrations/mig_1/items", () => ({
    body: { data: [item], has_more: false, next_cursor: null },
  }));
});

const open = (path = "", rights: Right[] = ["settings.read", "settings.manage"]) =>
  show(<Migrating />, {
    as: me({ rights }),
    path: `/console/settings/migrating${path}`,
  });

test("how it stands is told, and what applying would store", () => {
  expect(storing(ONE)).toBe("Store 2 conversations and 2 customers");
  expect(storing({ ...ONE, conversations: none, customers: none })).toBe(null);
  expect(standing({ ...ONE, state: "applying", done: 1 })).toBe("Storing 1 of 3…");
  expect(standing({ ...ONE, state: "undone" })).toBe("Taken back.");
  expect(partsOf(ONE).map(({ label }) => label)).toEqual([
    "Left out (1)",
    "New conversations (2)",
    "New customers (1)",
    "Joined by address (1)",
  ]);
});

test("each source says how to get the file, and what was brought is listed", async () => {
  await open();
  await until(() => says("chatwoot.jsonl"));
  expect(says("holds only the newest message of each")).toBe(true);
  expect(says("Read, and waits for you.")).toBe(true);
});

test("who may not manage the settings is told who does", async () => {
  await open("", ["settings.read"]);
  await until(() => says("For owners and admins"));
  expect(says("Choose a file")).toBe(false);
});

test("a file is looked through, stored, and taken back after a question", async () => {
  await open("/mig_1");
  await until(() => says("A bent wheel"));
  expect(says("Gustav, in private:")).toBe(true);
  api.on("POST migrations/mig_1/apply", () => {
    one = { ...ONE, state: "done", can_be_undone: true, conversations: { ...ONE.conversations, stored: 2 } };
    item = { ...ITEM, applied: true, sample: [], conversation_id: "conv_1" };
    return { body: one };
  });
  await click("Store 2 conversations and 2 customers");
  await until(() => document.querySelector('a[href="/console/inbox/resolved/conv_1"]') !== null);
  api.on("POST migrations/mig_1/undo", () => {
    one = { ...ONE, state: "undone" };
    return { body: one };
  });
  await click("Take it back");
  await until(() => says("Take back chatwoot.jsonl?"));
  const really = [...document.querySelectorAll<HTMLButtonElement>('[role="dialog"] button')].at(-1);
  await act(() => really?.click());
  await until(() => says("Taken back."));
});
