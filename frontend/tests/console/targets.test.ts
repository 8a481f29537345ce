import { expect, test } from "vitest";
import type { Colleague, Team } from "../../src/console/desk/wire";
import { matching, targetsOf } from "../../src/console/inbox/transfer/targets";

const BILLING: Team = { id: "team_b", name: "Billing", online: 0 };
const ORDERS: Team = { id: "team_o", name: "Orders", online: 2 };

function person(name: string, change: Partial<Colleague> = {}): Colleague {
  return {
    id: `agt_${name}`,
    name,
    presence: "online",
    teams: [{ id: "team_b", name: "Billing" }],
    load: 1,
    capacity: 4,
    ...change,
  };
}

const people = [
  person("Zoe"),
  person("Adam", { presence: "offline" }),
  person("Maya"),
  person("Noor", { teams: [] }),
];

test("teams first, then people; those who are here first; never the one who has it", () => {
  const targets = targetsOf([BILLING, ORDERS], people, "agt_Maya");
  expect(targets.map((target) => target.name)).toEqual(["Orders", "Billing", "Noor", "Zoe", "Adam"]);
});

test("each says how busy it is and where a choice goes", () => {
  const [orders, billing, , zoe] = targetsOf([BILLING, ORDERS], people, "agt_Maya");
  expect([orders?.detail, billing?.detail]).toEqual(["2 online", "nobody online"]);
  expect(zoe).toMatchObject({ detail: "online · holds 1 of 4 · Billing", receiver: { agent_id: "agt_Zoe" } });
  expect(orders?.receiver).toEqual({ team_id: "team_o" });
});

test("who passes it on is not counted among those who are there", () => {
  const team = { ...BILLING, online: 1 };
  const [mine] = targetsOf([team], people, "agt_Maya");
  expect(mine).toMatchObject({ detail: "nobody else online", presence: "offline" });
  const [away] = targetsOf([team], people, "agt_Adam");
  expect(away?.detail).toBe("1 online");
});

test("a search finds names and teams, all words of it", () => {
  const targets = targetsOf([BILLING, ORDERS], people, null);
  expect(matching(targets, "billing").map((one) => one.name)).toEqual(["Billing", "Maya", "Zoe", "Adam"]);
  expect(matching(targets, "zo bill").map((one) => one.name)).toEqual(["Zoe"]);
  expect(matching(targets, "nobody here")).toEqual([]);
  expect(matching(targets, " ")).toHaveLength(6);
});
