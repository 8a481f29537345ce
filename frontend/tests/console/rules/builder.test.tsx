import { act } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import type { Right } from "../../../src/console/desk/rights";
import RulesPage from "../../../src/console/rules/RulesPage";
import { fakeApi } from "../api";
import { me } from "../cast";
import { button, click, says, show, type, until } from "../stage";
import { catalogue, counted, distress, draftOf, inForce, long, rule } from "./company";

// A whole page is drawn for each; a busy machine takes its time for that.
vi.setConfig({ testTimeout: 20_000 });

const api = fakeApi();
const ADMIN: Right[] = ["rules.read", "rules.write", "conversations.read"];
const RULES = [distress, rule(), long];

beforeEach(() => {
  localStorage.clear();
  api.on("GET rules", { body: inForce(RULES) });
  api.on("GET rules/catalogue", { body: catalogue });
  api.on("POST rules/count", { body: counted(0) });
  api.on("PUT rules/draft", ({ body }) => {
    const { document } = body as { document: { rules: typeof RULES } };
    return {
      body: draftOf(document.rules, {
        diff: [{ kind: "changed", rule: "Upset", words: "It holds sooner." }],
        problems: [{ place: "rules[1].team", problem: "there is no team of this name" }],
        warnings: [
          { kind: "shadowed", rule: "Long", other: "Upset", words: "Upset always comes before it." },
        ],
      }),
    };
  });
});

const open = async (rights = ADMIN) => {
  await show(<RulesPage />, { as: me({ rights }), path: "/console/rules/book" });
  await until(() => says("Sentence of Upset"));
};
const expand = async (name: string) => {
  const row = await until(() =>
    [...document.querySelectorAll<HTMLButtonElement>("[data-row]")].find((each) =>
      each.textContent?.startsWith(name),
    ),
  );
  await act(async () => row.click());
};
const sentRules = () =>
  (api.sent("PUT rules/draft").at(-1) as { document: { rules: typeof RULES } } | undefined)?.document.rules;
const pick = async (label: string, option: string) => {
  await click(label);
  await choose(option);
};
const choose = async (option: string) => {
  const found = await until(() =>
    [...document.querySelectorAll<HTMLElement>("[role=option]")].find((each) =>
      each.textContent?.startsWith(option),
    ),
  );
  await act(async () => found.click());
};
const clickIn = async (place: string, name: string) => {
  const found = await until(() =>
    [...document.querySelectorAll<HTMLElement>(`${place} button`)].find((each) => each.textContent === name),
  );
  await act(async () => found.click());
};
const dialog = () => document.querySelector("[role=dialog]");

test("the rules that protect stand first, and say why they cannot be switched off", async () => {
  await open();
  const sections = [...document.querySelectorAll("section[aria-label]")].map((each) =>
    each.getAttribute("aria-label"),
  );
  expect(sections.slice(0, 2)).toEqual(["Asked first, always", "Then, from top to bottom"]);
  await click("Gentle: always on. Why?");
  await until(() => says("it cannot be switched off"));
  expect(document.querySelector('[aria-label^="Gentle: on"]')).toBeNull();
});

test("a part is changed by its picker, saved, counted, and what is wrong stands at its rule", async () => {
  await open();
  api.on("POST rules/count", { body: counted(31) });
  await expand("Upset");
  await pick("Priority: normal priority", "urgent");
  await until(() => sentRules()?.[1]?.priority === "urgent");
  await until(() => says("31 newly handed over"));
  await click("Examples and hours");
  expect(document.querySelector('a[href="/console/inbox/all/cnv_1"]')?.textContent).toContain(
    "Where is my bike?",
  );
  await until(() => says("There is no team of this name"));
  await until(() => says("Upset always comes before it."));
  await until(() => says("Publish 1 change"));
  await click("Undo");
  await until(() => sentRules()?.[1]?.priority === "normal");
});

test("a condition is added by what it looks at, and denied", async () => {
  await open();
  await expand("Long");
  await click("and…");
  await choose("plan");
  await until(() => says("all of these hold"));
  await pick("How plan compares: is", "is not");
  const plan = { not: { fact: "customer.plan", operator: "is", value: "business" } };
  await until(() => JSON.stringify(sentRules())?.includes('"not"'));
  expect(sentRules()?.[2]?.when).toEqual({ all: [long.when, plan] });
});

test("the words of a customer's language are written, and shown as the customer reads them", async () => {
  await open();
  await expand("Upset");
  await click("German (no words yet)");
  await type("Words in German", "Es tut mir leid.");
  await until(() => sentRules()?.[1]?.say.de === "Es tut mir leid.");
  expect(document.querySelector('p[lang="de"]')?.textContent).toBe("Es tut mir leid.");
});

test("rules are moved by keyboard, and it is said where they stand", async () => {
  api.on("GET rules", { body: inForce([...RULES, rule({ name: "Last" })]) });
  await open();
  const grip = await until(() => button("Move Last, with the arrow keys"));
  await act(async () => grip.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowUp", bubbles: true })));
  await until(() => says("Last: place 2 of 3"));
  await until(() => sentRules()?.[2]?.name === "Last");
});

test("a rule comes from a template before the others; a removed one comes back from the notice", async () => {
  await open();
  await click("Add a rule");
  const template = await until(() =>
    [...document.querySelectorAll("button")].find((each) =>
      each.textContent?.startsWith("Long conversations"),
    ),
  );
  await act(async () => template.click());
  await until(() => sentRules()?.[1]?.name === "It has taken long enough");
  await click("More about Upset");
  await until(() => document.querySelector("[role=menu]"));
  const remove = await until(() =>
    [...document.querySelectorAll<HTMLElement>("[role=menuitem]")].find(
      (each) => each.textContent === "Remove",
    ),
  );
  await act(async () => remove.click());
  await until(() => sentRules()?.every(({ name }) => name !== "Upset"));
  await clickIn(".mantine-Notification-root", "Undo");
  await until(() => sentRules()?.[2]?.name === "Upset");
});

test("publishing shows the difference in words and takes a note", async () => {
  api.on("PUT rules/draft", {
    body: draftOf(RULES, { diff: [{ kind: "changed", rule: "Upset", words: "It holds sooner." }] }),
  });
  api.on("POST rules/draft/publish", { body: { number: 5 } });
  await open();
  await expand("Upset");
  await pick("Priority: normal priority", "high");
  await click("Publish");
  await until(() => dialog()?.textContent?.includes("It holds sooner."));
  await type("Note", "More care");
  await clickIn("[role=dialog]", "Publish");
  await until(() => api.sent("POST rules/draft/publish").length > 0);
  expect(api.sent("POST rules/draft/publish")).toEqual([{ revision: 1, note: "More care" }]);
  api.on("POST rules/versions/4/restore", { body: { number: 6 } });
  await clickIn(".mantine-Notification-root", "Undo");
  await until(() => api.sent("POST rules/versions/4/restore").length > 0);
});

test("who may only read sees the parts and no way to change them", async () => {
  await open(["rules.read"]);
  await expand("Upset");
  await until(() => document.querySelector('[aria-label="Team: Customer care"]'));
  expect((button("Team: Customer care") as HTMLButtonElement).disabled).toBe(true);
  expect(button("Add a rule")).toBeUndefined();
  expect(button("Publish")).toBeUndefined();
  expect(document.querySelector("textarea")).toBeNull();
});
