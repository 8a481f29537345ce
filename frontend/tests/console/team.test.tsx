import { act } from "react";
import { beforeEach, expect, test } from "vitest";
import type { Invitation, Person, TeamEntry } from "../../src/console/api/people";
import type { Right } from "../../src/console/desk/rights";
import TeamPage from "../../src/console/team/TeamPage";
import { fakeApi, wrong } from "./api";
import { me } from "./cast";
import { button, click, field, says, show, type, until } from "./stage";

const api = fakeApi();
const ADMIN: Right[] = ["people.read", "people.manage", "teams.manage"];
const ORDERS: TeamEntry = { id: "team_1", name: "Orders", online: 1, agents: 1 };
let people: Person[];
let invitations: Invitation[];

function person(id: string, name: string, change: Partial<Person> = {}): Person {
  return {
    id,
    name,
    email: `${id}@example.com`,
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

function invitation(email: string): Invitation {
  const at = "2026-11-20T08:00:00Z";
  return {
    id: `inv_${email}`,
    email,
    name: "",
    role: "agent",
    teams: [{ id: "team_1", name: "Orders" }],
    invited_by: null,
    created_at: at,
    sent_at: at,
    expires_at: at,
    state: "open",
  };
}

beforeEach(() => {
  people = [person("agt_alice", "Alice", { role: "owner", you: true }), person("agt_bob", "Bob")];
  invitations = [];
  api.on("GET people", () => ({ body: { data: people } }));
  api.on("GET teams", { body: { data: [ORDERS] } });
  api.on("GET agents", { body: { data: [{ id: "agt_bob", name: "Bob", load: 3 }] } });
  api.on("GET invitations", () => ({ body: { data: invitations } }));
  api.on("POST invitations", ({ body }) => {
    const { email } = body as { email: string };
    if (email.startsWith("bob")) return wrong("email", "email: Bob works here already.");
    invitations = [invitation(email), ...invitations];
    return { status: 201, body: invitations[0] };
  });
});

const open = (rights = ADMIN, path = "/console/team") =>
  show(<TeamPage />, { as: me({ id: "agt_alice", role: "owner", rights }), path });

/** Opens a menu by its button, and chooses what begins with these words. */
async function choose(menu: string, words: string): Promise<void> {
  await click(menu);
  const item = await until(() =>
    [...document.querySelectorAll<HTMLElement>('[role="menuitem"]')].find((one) =>
      (one.getAttribute("aria-label") ?? one.textContent)?.startsWith(words),
    ),
  );
  await act(async () => item.click());
}

function changed(id: string, change: Partial<Person>): { body: Person } {
  people = people.map((one) => (one.id === id ? { ...one, ...change } : one));
  return { body: people.find((one) => one.id === id) as Person };
}

test("several are invited at once; who cannot be stays in the field, with the reason", async () => {
  await open();
  await click("Invite people");
  await type("E-mail addresses", "kim@example.com, bob@example.com");
  await click("Invite 2 people");
  await until(() => says("Bob works here already."));
  expect(api.sent("POST invitations")).toEqual([
    { email: "kim@example.com", role: "agent", team_ids: [] },
    { email: "bob@example.com", role: "agent", team_ids: [] },
  ]);
  expect(field("E-mail addresses")?.value).toBe("bob@example.com");
  await until(() => says("kim@example.com"));
});

test("what is no address is said before anything is sent", async () => {
  await open();
  await click("Invite people");
  await type("E-mail addresses", "kim@");
  await click("Send invitation");
  await until(() => says("This is no e-mail address: kim@"));
  expect(api.sent("POST invitations")).toEqual([]);
});

test("a role is given at once, and undo gives the old one back", async () => {
  api.on("PATCH people/agt_bob", ({ body }) => changed("agt_bob", body as Partial<Person>));
  await open();
  await choose("Role of Bob: Agent", "Supervisor");
  await until(() => says("Bob is now Supervisor"));
  expect(button("Role of Bob: Supervisor")).toBeDefined();
  await click("Undo");
  await until(() => button("Role of Bob: Agent"));
  expect(api.sent("PATCH people/agt_bob")).toEqual([{ role: "supervisor" }, { role: "agent" }]);
});

test("the last owner is asked before, told kindly why not, and stays owner", async () => {
  api.on("PATCH people/agt_alice", wrong(null, "The company needs an owner.", 409));
  await open();
  await choose("Role of Alice: Owner", "Admin");
  expect(api.sent("PATCH people/agt_alice")).toEqual([]);
  await click("Become Admin");
  await until(() => says("The company needs an owner."));
  expect(button("Role of Alice: Owner")).toBeDefined();
});

test("before somebody is switched off it is said what happens to their conversations", async () => {
  api.on("POST people/agt_bob/deactivate", () => changed("agt_bob", { active: false }));
  api.on("POST people/agt_bob/reactivate", () => changed("agt_bob", { active: true }));
  await open();
  await choose("More for Bob", "Deactivate");
  await until(() => says("The 3 conversations in their hands return to the queue at once"));
  await click("Deactivate");
  await until(() => says("Bob is deactivated"));
  await click("Undo");
  await until(() => says("Bob can sign in again"));
});

test("a revoked invitation can be sent again as it was", async () => {
  invitations = [invitation("kim@example.com")];
  api.on("DELETE invitations/inv_kim%40example.com", () => {
    invitations = [];
    return { status: 204 };
  });
  await open();
  await click("Revoke the invitation of kim@example.com");
  await until(() => says("The link sent to kim@example.com no longer works"));
  await click("Undo");
  await until(() => button("Revoke the invitation of kim@example.com"));
  expect(api.sent("POST invitations")).toEqual([
    { email: "kim@example.com", role: "agent", team_ids: ["team_1"] },
  ]);
});

test("who may only read finds no way to change anything", async () => {
  await open(["people.read"]);
  await until(() => says("Bob"));
  expect(button("Invite people")).toBeUndefined();
  expect(button("More for Bob")).toBeUndefined();
  expect(button("Role of Bob: Agent")).toBeUndefined();
  expect(api.asked.map(({ path }) => path)).not.toContain("invitations");
});

test("a team's name that is taken is said at the field", async () => {
  api.on("POST teams", wrong("name", "name: There is a team with this name already."));
  await open(ADMIN, "/console/team/teams");
  await type("Name of the new team", "Orders");
  await click("Add team");
  await until(() => says("There is a team with this name already."));
  expect(field("Name of the new team")?.value).toBe("Orders");
});

test("a tick puts somebody into a team", async () => {
  api.on("PATCH people/agt_bob", () => changed("agt_bob", { teams: [{ id: "team_1", name: "Orders" }] }));
  await open(ADMIN, "/console/team/teams");
  await click("People of Orders: 1");
  const tick = await until(() => field("Bob"));
  await act(async () => tick.click());
  await until(() => api.sent("PATCH people/agt_bob").length > 0);
  expect(api.sent("PATCH people/agt_bob")).toEqual([{ team_ids: ["team_1"] }]);
});
