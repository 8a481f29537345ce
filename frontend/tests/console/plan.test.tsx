import { beforeEach, expect, test } from "vitest";
import type { Person, Seats } from "../../src/console/api/people";
import ControlPage from "../../src/console/control/ControlPage";
import type { Me, MyPlan } from "../../src/console/desk/wire";
import { Missing } from "../../src/console/inbox/Missing";
import { reaching } from "../../src/console/reports/query/period";
import { Fields } from "../../src/console/settings/Fields";
import { Locked } from "../../src/console/settings/Locked";
import { SignOnSection } from "../../src/console/settings/security/SignOnSection";
import { Promises } from "../../src/console/settings/sla/Promises";
import { beforeInviting, seatsInWords } from "../../src/console/team/seats";
import TeamPage from "../../src/console/team/TeamPage";
import { HistoryNote } from "../../src/console/ui/HistoryNote";
import { fakeApi } from "./api";
import { me } from "./cast";
import { button, click, says, show, until } from "./stage";

const api = fakeApi();
const TEAM: MyPlan = { key: "team", name: "Team", features: [], history_days: null, lock: null };
const RIGHTS: Me["rights"] = [
  "billing.read",
  "billing.manage",
  "settings.manage",
  "people.read",
  "people.manage",
];

const on = (plan: Partial<MyPlan>, rights = RIGHTS): Me => me({ rights, plan: { ...TEAM, ...plan } });
const link = (words: string) =>
  [...document.querySelectorAll("a")].find((each) => each.textContent?.includes(words));

let seats: Seats | null;

beforeEach(() => {
  const alice: Partial<Person> = { id: "agt_alice", name: "Alice", email: "a@x.example", role: "owner" };
  const rest = { teams: [], languages: [], skills: [], shifts: [], time_zone: "", active: true, you: true };
  seats = { limit: 2, taken: 2, invited: 1 };
  api.on("GET people", () => ({ body: { data: [{ ...alice, ...rest, capacity: 4 }], seats } }));
  api.on("GET teams", { body: { data: [] } });
  api.on("GET agent_skills", { body: { data: [] } });
  api.on("GET invitations", { body: { data: [] } });
});

test("without the control room nothing is asked for, and who may choose a plan is led there", async () => {
  await show(<ControlPage />, { as: on({}), path: "/console/control" });
  expect(says("Watch the assistant while it talks")).toBe(true);
  expect(link("See the Business plan")?.getAttribute("href")).toContain("/console/billing");
});

test("who may not choose a plan is told who can", async () => {
  await show(<ControlPage />, { as: on({}, ["assistant.supervise"]), path: "/console/control" });
  expect(link("See the Business plan")).toBeUndefined();
  expect(says("Your company is on the Team plan. An owner or admin can choose another one.")).toBe(true);
});

test("promises and single sign-on that were set up are told to be kept", async () => {
  api.on("GET sla", { body: { policies: [{}, {}], lately: [] } });
  await show(<Promises />, { as: on({}), path: "/" });
  await until(() => says("What you promised (2 lines) is kept as it is."));
  expect(button("Save")).toBeUndefined();
});

test("a single sign-on that rests can be removed and says how people come in", async () => {
  const saved = { issuer: "https://id.example", client_id: "b", has_secret: true, only: true };
  api.on("GET sso", { body: { ...saved, callback_url: "", sign_in_url: "" } });
  await show(<SignOnSection />, { as: on({}), path: "/" });
  await until(() => says("Your settings for https://id.example are kept."));
  expect(button("Remove single sign-on")).toBeDefined();
});

test("while settings are locked fields are there to read, but for what always stays open", async () => {
  const page = (
    <>
      <Locked />
      <Fields legend="shut">
        <input />
      </Fields>
      <Fields legend="open" alwaysOpen>
        <input />
      </Fields>
    </>
  );
  await show(page, { as: on({ lock: "over_seats" }), path: "/" });
  const [shut, open] = document.querySelectorAll("fieldset");
  expect([shut?.disabled, open?.disabled]).toEqual([true, false]);
  expect(link("add seats")?.getAttribute("href")).toBe("/console/billing");
});

test("nothing is locked where nothing is said", async () => {
  await show(<Locked />, { as: on({}), path: "/" });
  expect(document.querySelector('[role="status"] strong')).toBeNull();
});

test("the team says how many seats are taken, and nobody is invited without one", async () => {
  await show(<TeamPage />, { as: on({}), path: "/console/team" });
  await until(() => says("2 of 2 seats taken, 1 invited."));
  await click("Invite people");
  await until(() => says("No seat is left (2 of 2)."));
  expect(button("Send invitation")?.disabled).toBe(true);
});

test("without a limit nobody counts seats", async () => {
  seats = null;
  await show(<TeamPage />, { as: on({}), path: "/console/team" });
  await until(() => says("Alice"));
  expect(says("seats")).toBe(false);
});

test("seats in words", () => {
  expect(seatsInWords({ limit: 5, taken: 3, invited: 0 })).toBe("3 of 5 seats taken.");
  expect(seatsInWords({ limit: 2, taken: 4, invited: 1 })).toBe(
    "4 people have a seat, and the plan has 2, 1 invited.",
  );
  expect(beforeInviting({ limit: 5, taken: 3, invited: 0 }, 2)).toBeNull();
  expect(beforeInviting({ limit: 5, taken: 4, invited: 1 }, 1)).toContain("1 seat is left for 2 invitations");
});

test("a report begins where the plan begins to show, and asks for nothing else", () => {
  const asked = { from: "2026-08-26", to: "2026-11-23" };
  expect(reaching(asked, "2026-10-24")).toEqual({ from: "2026-10-24", to: "2026-11-23" });
  expect(reaching(asked, null)).toBe(asked);
  expect(reaching(asked, "2026-12-01")).toBe(asked);
});

test("how far back the plan shows is said where it ends, and that nothing is lost", async () => {
  const page = (
    <>
      <HistoryNote />
      <Missing view="all" why="older" />
    </>
  );
  await show(page, { as: on({ history_days: 30 }), path: "/" });
  expect(says("Your plan shows the last 30 days; what is older is kept.")).toBe(true);
  expect(says("Nothing of it is lost")).toBe(true);
});
