import { beforeEach, expect, test } from "vitest";
import type { Overlap } from "../../src/console/api/overlaps";
import type { Right } from "../../src/console/desk/rights";
import { OverlapsPart } from "../../src/console/knowledge/overlaps/OverlapsPart";
import { fakeApi } from "./api";
import { me } from "./cast";
import { button, click, says, show, until } from "./stage";

const api = fakeApi();
const WRITER: Right[] = ["knowledge.read", "knowledge.write"];
const PROBLEM = "Returns and Sending back are no problem";
let overlaps: Overlap[];

beforeEach(() => {
  overlaps = [
    {
      id: "ovl_1",
      kind: "contradiction",
      score: 0.8,
      first: { id: "art_1", title: "Returns", quote: "Within 30 days." },
      second: { id: "art_2", title: "Sending back", quote: "Within 14 days." },
      found_at: "2026-11-22T08:00:00Z",
      dismissed: false,
    },
  ];
  api.on("GET overlaps", () => ({ body: { data: overlaps, has_more: false } }));
});

const open = (rights = WRITER) =>
  show(<OverlapsPart />, { as: me({ rights }), path: "/console/knowledge/overlaps" });

test("two sentences stand side by side, each with its article", async () => {
  await open();
  await until(() => says("They contradict each other"));
  expect([...document.querySelectorAll("blockquote")].map((each) => each.textContent)).toEqual([
    "Within 30 days.",
    "Within 14 days.",
  ]);
  expect(document.querySelector("h3 a")?.getAttribute("href")).toBe("/console/knowledge/articles/art_1");
});

test("both articles can be read in place, the sentence marked", async () => {
  api.on("GET articles/art_1", { body: { body: "Send it back. Within 30 days. Free." } });
  api.on("GET articles/art_2", { body: { body: "Other words." } });
  await open();
  await click("Read both");
  await until(() => document.querySelector("mark")?.textContent === "Within 30 days.");
  await until(() => says("Other words."));
});

test("a dismissed pair goes and can be brought back", async () => {
  const [gone] = overlaps;
  api.on("POST overlaps/ovl_1/dismiss", () => {
    overlaps = [];
    return { body: gone };
  });
  api.on("POST overlaps/ovl_1/reopen", () => {
    overlaps = gone ? [gone] : [];
    return { body: gone };
  });
  await open();
  await click(PROBLEM);
  await until(() => says("No two articles get in each other's way"));
  await click("Undo");
  await until(() => says("They contradict each other"));
});

test("who may only read dismisses nothing", async () => {
  await open(["knowledge.read"]);
  await until(() => says("They contradict each other"));
  expect(button(PROBLEM)).toBeUndefined();
});
