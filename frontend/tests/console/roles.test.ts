import { expect, test } from "vitest";
import type { Person } from "../../src/console/api/people";
import { inOrder, matching } from "../../src/console/team/order";
import { maySetRoleOf, rolesToGive } from "../../src/console/team/roles";
import { teamsWith } from "../../src/console/team/useTeams";

function person(name: string, change: Partial<Person> = {}): Person {
  return {
    id: `agt_${name}`,
    name,
    email: `${name.toLowerCase()}@example.com`,
    role: "agent",
    teams: [],
    languages: [],
    capacity: 4,
    skills: [],
    shifts: [],
    time_zone: "",
    active: true,
    totp_on: false,
    presence: "offline",
    seen_at: null,
    you: false,
    ...change,
  };
}

const BILLING = { id: "team_b", name: "Billing" };

test("nobody gives more than they have, nor touches those above them", () => {
  expect(rolesToGive("owner")).toEqual(["owner", "admin", "supervisor", "agent", "viewer"]);
  expect(rolesToGive("admin")).toEqual(["admin", "supervisor", "agent", "viewer"]);
  expect(maySetRoleOf("admin", "owner")).toBe(false);
  expect(maySetRoleOf("admin", "admin")).toBe(true);
  expect(maySetRoleOf("owner", "owner")).toBe(true);
});

test("by role, then by name; those who are switched off at the end", () => {
  const people = [
    person("Zoe"),
    person("Liam", { active: false, role: "owner" }),
    person("Adam"),
    person("Bob", { role: "admin" }),
  ];
  expect(inOrder(people).map((one) => one.name)).toEqual(["Bob", "Adam", "Zoe", "Liam"]);
});

test("a search looks at names, addresses, roles and teams, all words of it", () => {
  const people = [
    person("Maya", { teams: [BILLING], role: "supervisor" }),
    person("Tom", { teams: [BILLING] }),
  ];
  const found = (typed: string) => matching(people, typed).map((one) => one.name);
  expect(found("billing")).toEqual(["Maya", "Tom"]);
  expect(found("super bill")).toEqual(["Maya"]);
  expect(found("tom@")).toEqual(["Tom"]);
  expect(found("nobody")).toEqual([]);
  expect(found(" ")).toHaveLength(2);
});

test("a person goes into a team and out of it, and keeps the others", () => {
  const tom = person("Tom", { teams: [BILLING] });
  const orders = { id: "team_o", name: "Orders", online: 0, agents: 0 };
  expect(teamsWith(tom, orders, true)).toEqual(["team_b", "team_o"]);
  expect(teamsWith(tom, { ...orders, ...BILLING }, true)).toEqual(["team_b"]);
  expect(teamsWith(tom, { ...orders, ...BILLING }, false)).toEqual([]);
});
