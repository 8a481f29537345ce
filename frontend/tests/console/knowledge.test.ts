import { expect, test } from "vitest";
import type { ArticleFields, ArticleRow } from "../../src/console/api/articles";
import { readFilter, writeFilter } from "../../src/console/knowledge/articles/filter";
import { healthInWords, validityMark } from "../../src/console/knowledge/articles/standing";
import { differing, inWords } from "../../src/console/knowledge/diff/fields";
import { hindranceOf } from "../../src/console/knowledge/editor/hindrance";
import { fromLocal, toLocal } from "../../src/console/knowledge/editor/localTime";
import { type Mark, marked } from "../../src/console/knowledge/editor/marking";
import { settled } from "../../src/console/knowledge/editor/useEditor";

const NOW = new Date("2026-06-15T12:00:00Z").getTime();
const fields: ArticleFields = {
  title: "Parking",
  body: "Behind the shop.",
  questions: ["Where?"],
  language: "en",
  tags: [],
  audience: "everyone",
  valid_from: null,
  valid_until: null,
};
const row = (change: Partial<ArticleRow>): ArticleRow => ({
  ...fields,
  id: "art_1",
  state: "valid",
  version: 1,
  updated_at: "2026-06-01T00:00:00Z",
  removed_at: null,
  used: 0,
  helped: 0,
  ...change,
});

test.each<[Partial<ArticleRow>, string | null]>([
  [{}, null],
  [{ valid_until: "2026-12-01T00:00:00Z" }, "quiet: Until 1 Dec"],
  [{ valid_until: "2026-06-20T00:00:00Z" }, "soon: Until 20 Jun"],
  [{ state: "scheduled", valid_from: "2027-01-02T12:00:00Z" }, "soon: From 2 Jan 2027"],
  [{ state: "expired", valid_until: "2026-06-01T12:00:00Z" }, "over: Ended 1 Jun"],
  [{ state: "removed", removed_at: "2026-06-05T12:00:00Z" }, "over: Gone for good in 20 days"],
  [{ state: "removed", removed_at: "2026-05-17T12:00:00Z" }, "over: Gone for good in a day"],
])("what the list says about the validity of %j is %j", (change, expected) => {
  const mark = validityMark(row(change), NOW, "en-GB");
  expect(mark && `${mark.kind}: ${mark.words}`).toBe(expected);
});

test.each([
  [0, 0, "The assistant did not quote it in the last 30 days."],
  [1, 1, "Quoted once in the last 30 days; no person was needed afterwards."],
  [4, 0, "Quoted 4 times in the last 30 days; each time a person was needed afterwards."],
  [4, 3, "Quoted 4 times in the last 30 days; 3 times no person was needed afterwards."],
])("%d quotes of which %d helped are told in words", (used, helped, words) => {
  expect(healthInWords({ used, helped })).toBe(words);
});

test("the filter goes into the address and out of it, without words that are none of ours", () => {
  const filter = { search: "a b", state: "expired", language: "de", audience: "desk", tag: "shop" } as const;
  expect(readFilter(writeFilter(filter))).toEqual(filter);
  expect(readFilter(new URLSearchParams("state=gone&audience=nobody&search=x"))).toEqual({
    search: "x",
    state: "",
    language: "",
    audience: "",
    tag: "",
  });
});

test("what keeps an article from being saved is told", () => {
  expect(hindranceOf(fields)).toBeNull();
  expect(hindranceOf({ ...fields, title: " " })).toBe("Give the article a title.");
  expect(hindranceOf({ ...fields, body: "" })).toBe("Write what the assistant may say.");
  const [valid_from, valid_until] = ["2026-06-02T00:00:00Z", "2026-06-01T00:00:00Z"];
  expect(hindranceOf({ ...fields, valid_from, valid_until })).toBe("It ends before it begins.");
});

test("questions that are still empty are not saved", () => {
  expect(settled({ questions: [" Where? ", "", "  "] })).toEqual({ questions: ["Where?"] });
  expect(settled({ title: "x" })).toEqual({ title: "x" });
});

test("a time goes to the field and back, and an unfinished one is none", () => {
  const iso = "2026-11-22T10:30:00.000Z";
  expect(fromLocal(toLocal(iso))).toBe(iso);
  expect([toLocal(null), fromLocal(""), fromLocal("soon")]).toEqual(["", null, null]);
});

function applied(text: string, start: number, end: number, mark: Mark): string {
  const { insert, select, ...at } = marked(text, start, end, mark);
  const whole = text.slice(0, at.start) + insert + text.slice(at.end);
  return `${whole.slice(0, select[0])}<${whole.slice(...select)}>${whole.slice(select[1])}`;
}

test.each<[string, number, number, Mark, string]>([
  ["go now", 3, 6, "bold", "go <**now**>"],
  ["go **now**", 3, 10, "bold", "go <now>"],
  ["go ", 3, 3, "italic", "go *<>*"],
  ["see this", 4, 8, "link", "see [this](<https://>)"],
  ["one\ntwo", 0, 7, "list", "- one\n- two<>"],
  ["- one\n- two", 2, 9, "list", "one\ntwo<>"],
  ["a\nb\nc", 2, 2, "heading", "a\n### b<>\nc"],
])("%j marked from %d to %d as %s", (text, start, end, mark, expected) => {
  expect(applied(text, start, end, mark)).toBe(expected);
});

test("two states of an article differ in the fields that say something else", () => {
  const after = {
    ...fields,
    audience: "desk" as const,
    questions: ["Where?", "How far?"],
    valid_until: null,
  };
  expect(differing(fields, after)).toEqual(["questions", "audience"]);
  expect(differing(fields, { body: fields.body })).toEqual([]);
  expect([inWords("audience", after), inWords("valid_until", after), inWords("questions", after)]).toEqual([
    "Agents only",
    "Always",
    "Where?\nHow far?",
  ]);
});
