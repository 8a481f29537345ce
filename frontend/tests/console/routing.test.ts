/** Routing in words, and the ladder as the settings edit it. */

import { expect, test } from "vitest";
import type { Choice, LookedAt } from "../../src/console/api/routing";
import {
  inOrder,
  left,
  needOf,
  titleOf,
  verdictOf,
  whyOf,
  widenedOf,
} from "../../src/console/inbox/offer/words";
import { minutesOf, withMinutes } from "../../src/console/settings/routing/ladder";
import { row } from "./cast";

const ROW = row("conv_1");

const looked = (name: string, verdict: LookedAt["verdict"]): LookedAt => ({
  agent_id: name,
  name,
  verdict,
  load: 1,
  capacity: 4,
});

const choice: Choice = {
  id: "rtc_1",
  at: "2026-01-05T12:00:00Z",
  cause: "handed_over",
  agent: { id: "agt_1", name: "Maya" },
  why: "least busy",
  need: { team: "Workshop", language: "de", skill: "E-bikes", level: 3 },
  widened: [],
  candidates: [],
  until: null,
  end: "open",
  ended_at: null,
};

test("what was asked for reads as a list, and says what was let go of", () => {
  expect(needOf(choice)).toBe("Workshop, E-bikes at level 3 or more, speaks German");
  expect(widenedOf(choice)).toBeNull();
  expect(widenedOf({ ...choice, widened: ["language", "level"] })).toBe(
    "No more asked for: the language and the level of the skill.",
  );
});

test("the chosen comes first, then who came near; loads are told where they decided", () => {
  const people = [looked("Zoe", "offline"), looked("Ann", "full"), looked("Bob", "chosen")];
  expect(inOrder(people).map(({ name }) => name)).toEqual(["Bob", "Ann", "Zoe"]);
  expect(people.map(verdictOf)).toEqual(["offline", "no room (1 of 4)", "chosen (1 of 4)"]);
});

test("why it came out so is told in the reader's words, one and many apart", () => {
  const nobody = { ...choice, agent: null, end: "nobody" as const };
  expect(whyOf({ ...choice, candidates: [looked("Bob", "chosen"), looked("Ann", "full")] })).toBe(
    "the only one who can take it now, and has 1 of 4 conversations",
  );
  expect(whyOf({ ...choice, candidates: [looked("Bob", "chosen"), looked("Ann", "busier")] })).toBe(
    "least busy of 2 who could take it, and has 1 of 4 conversations",
  );
  expect(
    whyOf({
      ...nobody,
      candidates: [looked("Bob", "full"), looked("A", "off_shift"), looked("C", "off_shift")],
    }),
  ).toBe("of those who could take it, 1 has no room and 2 are outside of their shift");
  expect(whyOf({ ...nobody, candidates: [looked("Bob", "offline"), looked("Ann", "other_team")] })).toBe(
    "the one who could take it is offline",
  );
  expect(whyOf({ ...choice, why: "least busy" })).toBe("least busy"); // nobody is kept with an old choice
});

test("once somebody has it, nobody asks why nobody does", () => {
  const nobody = { ...choice, agent: null };
  const has = (id: string) =>
    row("conv_1", { control: { ...ROW.control, holder: "agent", agent: { id, name: "Priya" } } });
  expect(titleOf(nobody, ROW)).toBe("Why nobody yet");
  expect(titleOf(nobody, has("agt_2"))).toBe("Who was asked");
  expect(titleOf(choice, has("agt_2"))).toBe("Who was asked");
  expect(titleOf(choice, has("agt_1"))).toBe("Why Maya");
});

test("an offer counts down to nothing", () => {
  const now = Date.parse("2026-01-05T12:00:00Z");
  expect(left("2026-01-05T12:01:05Z", now)).toBe("1:05");
  expect(left("2026-01-05T11:59:00Z", now)).toBe("0:00");
});

test("a step of the ladder is moved, left out, and put where its time comes", () => {
  const ladder = withMinutes(withMinutes([], "team", 5), "skill", 2);
  expect(ladder.map(({ drops }) => drops)).toEqual(["skill", "team"]);
  expect(minutesOf(withMinutes(ladder, "team", 1), "team")).toBe(1);
  expect(minutesOf(withMinutes(ladder, "team", null), "team")).toBeNull();
});
