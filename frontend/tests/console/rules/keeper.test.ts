import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  bookOf,
  freeName,
  halves,
  insert,
  keep,
  moveTo,
  problemsByRule,
  put,
  without,
} from "../../../src/console/rules/document/book";
import { Keeper } from "../../../src/console/rules/document/keeper";
import { fakeApi, wrong } from "../api";
import { catalogue, distress, draftOf, inForce, long, rule } from "./company";

const api = fakeApi();
const RULES = [distress, rule(), long];
let revision: number;

beforeEach(() => {
  vi.useFakeTimers();
  revision = 0;
  api.on("PUT rules/draft", ({ body }) => {
    const { document } = body as { document: { rules: typeof RULES } };
    revision += 1;
    return { body: draftOf(document.rules, { revision }) };
  });
});

afterEach(() => void vi.useRealTimers());

const started = (rules = RULES): Keeper => {
  const keeper = new Keeper(inForce(rules));
  keeper.start();
  return keeper;
};
const names = (keeper: Keeper): string[] => keeper.book.map((kept) => kept.rule.name);
const key = (keeper: Keeper, name: string): string =>
  keeper.book.find((kept) => kept.rule.name === name)?.key ?? "";
const rename = (keeper: Keeper, name: string) =>
  keeper.change(put(keeper.book, keeper.book[1]?.key ?? "", { name }), "name");

test("what changes is saved once, a moment after the last change", async () => {
  const keeper = started();
  rename(keeper, "A");
  await vi.advanceTimersByTimeAsync(300);
  rename(keeper, "AB");
  await vi.advanceTimersByTimeAsync(300);
  expect(api.sent("PUT rules/draft")).toEqual([]);
  await vi.advanceTimersByTimeAsync(400);
  expect(api.sent("PUT rules/draft")).toEqual([
    { document: { format: 1, rules: [distress, rule({ name: "AB" }), long] }, revision: 0, based_on: 4 },
  ]);
  expect(keeper.state.get()).toMatchObject({ saving: "saved", saved: { revision: 1 } });
});

test("typing a word is one step of undo, and redo brings it back", () => {
  const keeper = started();
  rename(keeper, "A");
  rename(keeper, "AB");
  keeper.change(without(keeper.book, key(keeper, "Long")));
  keeper.undo();
  expect(names(keeper)).toEqual(["Gentle", "AB", "Long"]);
  keeper.undo();
  expect(names(keeper)).toEqual(["Gentle", "Upset", "Long"]);
  keeper.redo();
  keeper.redo();
  expect(names(keeper)).toEqual(["Gentle", "AB"]);
});

test("what is changed while it is being saved is saved after it, with the newer revision", async () => {
  const keeper = started();
  rename(keeper, "A");
  const flushed = keeper.flush();
  rename(keeper, "AB");
  await flushed;
  expect(api.sent("PUT rules/draft").map((body) => (body as { revision: number }).revision)).toEqual([0, 1]);
  expect(keeper.state.get().saving).toBe("saved");
});

test("nobody's draft is lost when two write: theirs can be taken, and mine kept", async () => {
  const keeper = started();
  api.on("PUT rules/draft", wrong("revision", "Ben changed the draft meanwhile.", 409));
  api.on("GET rules", { body: inForce(RULES, draftOf([distress], { revision: 7 })) });
  rename(keeper, "Mine");
  await keeper.flush();
  expect(keeper.state.get().theirs).toMatchObject({ by: "Ben", version: 4 });
  await vi.advanceTimersByTimeAsync(20_000);
  expect(api.sent("PUT rules/draft")).toHaveLength(1);
  keeper.takeTheirs();
  expect(names(keeper)).toEqual(["Gentle"]);
  keeper.undo();
  expect(names(keeper)).toEqual(["Gentle", "Mine", "Long"]);

  const other = started();
  rename(other, "Mine");
  await other.flush();
  api.on("PUT rules/draft", { body: draftOf(RULES, { revision: 8 }) });
  await other.keepMine();
  expect(api.sent("PUT rules/draft").at(-1)).toMatchObject({
    revision: 7,
    document: { rules: { 1: { name: "Mine" } } },
  });
});

test("without a server it tries again; what the server refuses it does not repeat", async () => {
  const keeper = started();
  api.on("PUT rules/draft", wrong(null, "Busy", 503));
  rename(keeper, "A");
  await vi.advanceTimersByTimeAsync(6_000);
  expect(api.sent("PUT rules/draft").length).toBeGreaterThan(1);
  expect(keeper.state.get().saving).toBe("failed");
  api.on("PUT rules/draft", wrong(null, "Not yours", 403));
  await vi.advanceTimersByTimeAsync(6_000);
  const tried = api.sent("PUT rules/draft").length;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(api.sent("PUT rules/draft")).toHaveLength(tried);
  await keeper.stop();
});

test("publishing sends what was saved last", async () => {
  const keeper = started();
  api.on("POST rules/draft/publish", { body: { number: 5 } });
  rename(keeper, "A");
  await keeper.publish("Why");
  expect(api.sent("POST rules/draft/publish")).toEqual([{ revision: 1, note: "Why" }]);
  expect(keeper.state.get()).toMatchObject({ saved: null, canUndo: false });
});

test("a discarded draft comes back by undo", async () => {
  const keeper = started();
  api.on("DELETE rules/draft", { body: draftOf(RULES) });
  rename(keeper, "A");
  await keeper.flush();
  await keeper.discard(inForce(RULES));
  expect(names(keeper)).toEqual(["Gentle", "Upset", "Long"]);
  keeper.undo();
  await keeper.flush();
  expect(api.sent("PUT rules/draft").at(-1)).toMatchObject({
    revision: 0,
    document: { rules: { 1: { name: "A" } } },
  });
});

test("rules keep their keys when the book is read again, also where two are called alike", () => {
  const book = bookOf({ format: 1, rules: RULES });
  const again = bookOf({ format: 1, rules: [long, rule(), rule()] }, book);
  expect(again[0]?.key).toBe(book[2]?.key);
  expect(again[1]?.key).toBe(book[1]?.key);
  expect(again[2]?.key).not.toBe(book[1]?.key);
});

test.each([
  ["name", "must be a text of 1 to 80 characters", "Give it a name."],
  ["say", "must be a text, or texts by language with en among them", "Write at least the English words."],
  ["when.all[0].value", "must be a list of 1 to 50 values", "Choose at least one."],
  ["team", "there is no such team", "There is no such team"],
])("a problem at %s is told in the builder's words", (place, problem, words) => {
  const found = problemsByRule([{ place: `rules[2].${place}`, problem }]);
  expect(found.get(2)).toEqual([{ place, problem: words }]);
});

test("rules are moved, added and named apart; those that protect stand first, the gravest at the top", () => {
  const [one, two, three] = [rule({ name: "1" }), rule({ name: "2" }), rule({ name: "3" })].map(keep);
  if (!one || !two || !three) throw new Error("no rules");
  const order = (book: readonly { rule: { name: string } }[]) => book.map((kept) => kept.rule.name).join("");
  const book = [one, two, three];
  expect(order(moveTo(book, one.key, three.key))).toBe("231");
  expect(order(moveTo(book, three.key, one.key))).toBe("312");
  expect(order(insert(book, keep(rule({ name: "4" })), 1))).toBe("1423");
  expect(freeName(book, "2")).toBe("2 2");
  const mixed = [keep(rule({ name: "asks", trigger: "asks_human" })), ...book, keep(distress)];
  const { protective, ordinary } = halves(mixed, catalogue.triggers);
  expect(protective.map((kept) => kept.rule.name)).toEqual(["Gentle", "asks"]);
  expect(order(ordinary)).toBe("123");
});
