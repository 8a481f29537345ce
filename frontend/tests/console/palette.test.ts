import { describe, expect, test } from "vitest";
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
