import { beforeEach, expect, test } from "vitest";
import type { Setting, WholeSkill } from "../../src/console/api/skills";
import type { Right } from "../../src/console/desk/rights";
import SkillsPage from "../../src/console/skills/SkillsPage";
import { inWords, kindInWords } from "../../src/console/skills/skill/acts";
import { linesOf, problemAt } from "../../src/console/skills/skill/policyForm";
import { usesInWords } from "../../src/console/skills/skill/Uses";
import { fakeApi, wrong } from "./api";
import { me } from "./cast";
import { button, click, field, says, show, type, until } from "./stage";

const api = fakeApi();
const ADMIN: Right[] = ["skills.read", "skills.write", "conversations.read"];
const USED = { days: 30, used: 3, finished: 2, handed_over: 1, open: 0, acts: 0 };
let skill: WholeSkill;

const setting = (change: Pick<Setting, "name" | "kind" | "label">): Setting => ({
  help: "",
  unit: "",
  least: 0,
  most: 100,
  options: [],
  columns: [],
  ...change,
});

beforeEach(() => {
  localStorage.clear();
  skill = {
    name: "recommend",
    label: "Recommend products",
    purpose: "Recommend products.",
    on: true,
    does: ["Recommends up to 3 products."],
    broken: "",
    personal: false,
    writes: [],
    used: USED,
    policy: { most_shown: 3, title: "" },
    shape: [
      setting({ name: "most_shown", kind: "whole", label: "Shows at most" }),
      setting({ name: "title", kind: "text", label: "Title" }),
    ],
    slots: [],
    examples: ["Can you recommend one?"],
    near_misses: [],
  };
  api.on("GET skills", () => ({ body: { data: [skill] } }));
  api.on("GET skills/recommend", () => ({ body: skill }));
});

const open = (path: string, rights = ADMIN) => show(<SkillsPage />, { as: me({ rights }), path });

test("a skill tells what it does and how it went", async () => {
  await open("/console/skills/all");
  await until(() => says("Recommends up to 3 products."));
  expect(says("Used 3 times in 30 days: 2 finished, 1 handed to a person")).toBe(true);
});

test("it is switched off at once, and the notice takes it back", async () => {
  api.on("PATCH skills/recommend", ({ body }) => {
    skill = { ...skill, ...(body as object) };
    return { body: skill };
  });
  await open("/console/skills/all");
  const toggle = await until(() => field("The assistant does this by itself: Recommend products"));
  toggle.click();
  await until(() => says("People do this from now on: Recommend products."));
  await click("Undo");
  await until(() => api.sent("PATCH skills/recommend").length === 2);
  expect(api.sent("PATCH skills/recommend")).toEqual([{ on: false }, { on: true }]);
});

test("what a policy would mean is told while it is typed, and what is wrong at its field", async () => {
  api.on("POST skills/recommend/describe", wrong("policy.title", "policy.title: must be shorter."));
  await open("/console/skills/all/recommend");
  await type("Title", "x");
  await until(() => says("Must be shorter."));
  await until(() => says("One of the settings cannot be as it is."));
  expect(button("Save")?.disabled).toBe(true);
  await click("Discard");
});

test("a rehearsal goes with the lines, the task and the policy as it is typed", async () => {
  const reply = {
    says: "This fits.",
    html: "<p>This <strong>fits</strong>.</p>",
    skill: { name: "recommend", label: "Recommend products" },
    task: { skill: "recommend" },
    known: [{ label: "Looks for", value: "a bike" }],
    choices: [{ says: "Volt", label: "Volt", detail: "" }],
    form: "",
    proving: "",
    act: null,
    ends: false,
    handover: null,
  };
  api.on("POST skills/recommend/try", { body: reply });
  await open("/console/skills/all/recommend");
  await click("Can you recommend one?");
  await until(() => document.querySelector("strong")?.textContent === "fits");
  expect(says("Knows Looks for: a bike")).toBe(true);
  await click("Volt");
  await until(() => api.sent("POST skills/recommend/try").length === 2);
  expect(api.sent("POST skills/recommend/try")[1]).toEqual({
    lines: [
      { role: "customer", text: "Can you recommend one?" },
      { role: "assistant", text: "This fits." },
      { role: "customer", text: "Volt" },
    ],
    task: { skill: "recommend" },
    policy: { most_shown: 3, title: "" },
    email: "",
    proven: false,
  });
});

test("who may only look changes nothing", async () => {
  await open("/console/skills/all/recommend", ["skills.read"]);
  await until(() => says("You may look; admins change it."));
  expect(field("Title")?.closest("fieldset")?.disabled).toBe(true);
});

test("words for acts, lines and numbers", () => {
  expect(kindInWords("ticket_entry")).toBe("Ticket entry");
  const act = { kind: "refund", subject: "A", amount: null, currency: "", because: "Within.", waits: "" };
  expect(inWords(act)).toBe("Would be done: Refund (A). Within.");
  expect(inWords({ ...act, waits: "Too much." })).toBe(
    "Would wait for an agent's yes: Refund (A). Too much.",
  );
  expect(linesOf(" a \n\nb")).toEqual(["a", "b"]);
  expect(usesInWords({ ...USED, used: 0 })).toBe("Not used in the last 30 days");
  expect(problemAt(null, "x")).toBeNull();
});
