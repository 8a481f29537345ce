import { beforeEach, expect, test } from "vitest";
import type { ImportEntry, KnowledgeImport, WholeEntry } from "../../src/console/api/imports";
import type { Right } from "../../src/console/desk/rights";
import { ImportsPart } from "../../src/console/knowledge/imports/ImportsPart";
import { kindsOf, markOf, storing } from "../../src/console/knowledge/imports/kinds";
import { fakeApi } from "./api";
import { me } from "./cast";
import { button, click, field, says, show, until } from "./stage";

const api = fakeApi();
const WRITER: Right[] = ["knowledge.read", "knowledge.write"];
const AT = "knowledge_imports/imp_1";
let one: KnowledgeImport;
let entries: ImportEntry[];

const entry = (change: Partial<ImportEntry> = {}): ImportEntry => ({
  id: "ime_1",
  action: "create",
  title: "Parking",
  where: "line 3",
  language: "en",
  chosen: true,
  article: null,
  resembles: null,
  resembles_score: null,
  applied: false,
  problem: "",
  ...change,
});

beforeEach(() => {
  one = {
    id: "imp_1",
    source: "csv",
    name: "faq.csv",
    state: "review",
    total: 2,
    done: 2,
    created: 0,
    updated: 0,
    unchanged: 1,
    removed: 0,
    review: { create: 1, update: 1, same: 1, remove: 0, chosen: 2 },
    problems: [],
    requested_by: "Alice Example",
    created_at: "2026-11-22T08:00:00Z",
  };
  entries = [
    entry(),
    entry({ id: "ime_2", action: "update", title: "Returns", article: { id: "art_1", title: "Returns" } }),
    entry({ id: "ime_3", action: "same", title: "Delivery", chosen: false }),
  ];
  api.on(`GET ${AT}`, () => ({ body: one }));
  api.on(`GET ${AT}/entries`, () => ({ body: { data: entries, has_more: false, next_cursor: null } }));
  api.on("GET knowledge_imports", () => ({ body: { data: [one] } }));
});

const open = (path: string, rights = WRITER) =>
  show(<ImportsPart />, { as: me({ rights }), path: `/console/knowledge/imports${path}` });

const box = (name: string) =>
  document.querySelector<HTMLInputElement>(`input[type=checkbox][aria-label="${name}"]`);

test("an import that waits leads to its review", async () => {
  await open("");
  await until(() => says("To review: 1 new, 1 changed"));
  const link = [...document.querySelectorAll("a")].find((each) => each.textContent?.includes("Look it"));
  expect(link?.getAttribute("href")).toBe("/console/knowledge/imports/imp_1");
  expect(says("Bring in knowledge")).toBe(true);
});

test("a change is shown word by word, and what is left out is told to the server", async () => {
  const whole: WholeEntry = {
    ...(entries[1] as ImportEntry),
    before: { title: "Returns", body: "Within 14 days.", questions: [], language: "en", tags: [] },
    after: { title: "Returns", body: "Within 30 days." },
  };
  api.on(`GET ${AT}/entries/ime_2`, { body: whole });
  api.on(`PATCH ${AT}/entries/ime_2`, ({ body }) => {
    entries = entries.map((each) => (each.id === "ime_2" ? { ...each, ...(body as object) } : each));
    one = { ...one, review: { ...one.review, chosen: 1 } as KnowledgeImport["review"] };
    return { body: whole };
  });
  await open("/imp_1");
  await click("Returns");
  await until(() => document.querySelector("del")?.textContent?.includes("14"));
  expect(document.querySelector("ins")?.textContent).toContain("30");
  expect(box("Take Delivery")).toBeNull();
  box("Take Returns")?.click();
  await until(() => button("Apply 1 change"));
  expect(api.sent(`PATCH ${AT}/entries/ime_2`)).toEqual([{ chosen: false }]);
});

test("a near duplicate can change the article that it repeats", async () => {
  entries = [entry({ resembles: { id: "art_9", title: "Where to park" }, resembles_score: 0.95 })];
  api.on(`PATCH ${AT}/entries/ime_1`, () => {
    entries = entries.map((each) => ({ ...each, action: "update" }));
    return { body: entries[0] };
  });
  await open("/imp_1");
  await until(() => says("Says the same as"));
  await click("Change that article instead");
  await until(() => button("Make it a new article"));
  expect(api.sent(`PATCH ${AT}/entries/ime_1`)).toEqual([{ into: "art_9" }]);
});

test("applying stores what is chosen, live until it is done", async () => {
  api.on(`POST ${AT}/apply`, () => {
    one = { ...one, state: "applying", review: null, total: 2, done: 1 };
    return { body: one };
  });
  await open("/imp_1");
  await click("Apply 2 changes");
  await until(() => says("1 of 2 stored"));
  one = { ...one, state: "done", created: 1, updated: 1 };
  await until(() => says("1 new article, 1 updated, 1 as before"));
  expect(button("Dismiss")).toBeUndefined();
});

test("dismissing asks first", async () => {
  api.on(`POST ${AT}/dismiss`, () => {
    one = { ...one, state: "dismissed", review: null };
    return { body: one };
  });
  await open("/imp_1");
  await click("Dismiss");
  await until(() => says("Nothing of it is stored."));
  expect(api.sent(`POST ${AT}/dismiss`)).toEqual([]);
  await click("Dismiss it");
  await until(() => says("Dismissed, nothing was stored"));
});

test("who may only read decides nothing", async () => {
  await open("/imp_1", ["knowledge.read"]);
  await until(() => says("Parking"));
  expect(button("Apply 2 changes")).toBeUndefined();
  expect(field("Take Parking")).toBeNull();
});

test("kinds, marks and the button in words", () => {
  expect(kindsOf(one).map(({ label }) => label)).toEqual(["All 3", "New 1", "Changed 1", "As before 1"]);
  expect(kindsOf({ ...one, review: null })).toEqual([]);
  expect(markOf(entry({ applied: true })).words).toBe("Created");
  expect(markOf(entry({ problem: "Gone." }))).toEqual({ words: "Left out", kind: "problem" });
  expect([0, 1, 2].map(storing)).toEqual(["Nothing chosen", "Apply 1 change", "Apply 2 changes"]);
});
