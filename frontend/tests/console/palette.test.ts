import { describe, expect, test } from "vitest";
import { SECTIONS, sectionPath } from "../../src/console/settings/sections";
import { guideFor } from "../../src/console/shell/help";
import { COMPANY_PAGES, GUIDE } from "../../src/console/shell/pages";
import { ALSO } from "../../src/console/shell/palette/also";
import { choose, type Entry, rank } from "../../src/console/shell/palette/entries";
import { recent, remember } from "../../src/console/shell/palette/recent";

const entry = (name: string, part = "Go to"): Entry => ({ id: name, part, name, act: () => undefined });

describe("what fits the typed words", () => {
  test.each([
    ["Settings: Hours", "hours", true],
    ["Settings: Hours", "set hou", true],
    ["Settings: Hours", "hours settings", true],
    ["Café Löwe", "cafe lowe", true],
    ["Knowledge", "now", true],
    ["Knowledge", "w", false],
    ["Rules", "skills", false],
  ])("%s by %s: %s", (name, typed, fits) => expect(rank(name, typed) !== null).toBe(fits));

  test("what is called otherwise is found by its other words, after what is called so", () => {
    const billing = { ...entry("Abrechnung"), also: "billing invoice Rechnung" };
    const names = choose([billing, entry("Rechnung schreiben")], "rechnung").map((each) => each.name);
    expect(names).toEqual(["Rechnung schreiben", "Abrechnung"]);
    expect(choose([billing], "invoice")).toEqual([billing]);
    expect(choose([billing], "holiday")).toEqual([]);
  });

  test("words in order come before others", () => {
    const names = choose([entry("Data and privacy: team"), entry("Team"), entry("Steam")], "team");
    expect(names.map((each) => each.name)).toEqual(["Team", "Data and privacy: team", "Steam"]);
  });

  test("parts keep their order, and without words all is there", () => {
    const all = [entry("Snooze", "Deeds"), entry("Skills"), entry("Resolve", "Deeds")];
    expect(choose(all, "").length).toBe(3);
    expect(choose(all, "s").map((each) => each.part)).toEqual(["Deeds", "Go to"]);
  });
});

test("the last conversations are remembered once each, the newest first", () => {
  window.sessionStorage.clear();
  for (const path of ["mine/conv_1", "all/conv_2/context", "mine", "all/conv_1"])
    remember(`/console/inbox/${path}`);
  remember("/console/team");
  expect(recent()).toEqual(["conv_1", "conv_2"]);
});

test("every page and every section has other words and a guide of its own", () => {
  const places = [...COMPANY_PAGES, GUIDE].map(({ href }) => href);
  for (const place of [...places, ...SECTIONS.map(({ key }) => sectionPath(key))]) {
    expect(ALSO[place], place).toBeTruthy();
    expect(guideFor(place), place).not.toBe("/docs/");
  }
  expect(guideFor("/console/billing/usage")).toBe("/docs/metering/");
  expect(guideFor("/console/inbox/mine/conv_1")).toBe("/docs/agents/#the-inbox-in-three-panes");
  expect(guideFor("/console/elsewhere")).toBe("/docs/");
});
