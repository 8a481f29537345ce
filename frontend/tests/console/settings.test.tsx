import { act } from "react";
import { beforeEach, expect, test } from "vitest";
import type { Workspace } from "../../src/console/api/workspace";
import type { Right } from "../../src/console/desk/rights";
import SettingsPage from "../../src/console/settings/SettingsPage";
import { fakeApi, wrong } from "./api";
import { me } from "./cast";
import { button, click, field, says, show, type, until } from "./stage";

const api = fakeApi();
const READER: Right[] = ["settings.read"];
const OWNER: Right[] = ["settings.read", "settings.manage", "sign_on.manage"];
let workspace: Workspace;

beforeEach(() => {
  workspace = {
    name: "Larkfield Cycles",
    assistant_name: "",
    privacy_url: "",
    accent: "#4f46c8",
    accent_used: "#4f46c8",
    accent_text: "#ffffff",
    contrast: { given: 7, used: 7 },
    time_zone: "Europe/Berlin",
    languages: ["en"],
    allowed_sites: [],
    retention_days: null,
    requires_totp: false,
    tone: "warm",
    greeting: "Hello!",
    quick_replies: ["Where is my order?"],
    first_words: {},
    host: "larkfield.example.com",
    logo_url: null,
    widget: { snippet: "<script></script>", seen_at: null, seen_on: "" },
    closing: null,
    created_at: "2026-01-01T00:00:00Z",
  };
  api.on("GET workspace", () => ({ body: workspace }));
  api.on("PATCH workspace", ({ body }) => {
    workspace = { ...workspace, ...(body as Partial<Workspace>) };
    return { body: workspace };
  });
});

const open = (section: string, rights = OWNER) =>
  show(<SettingsPage />, { as: me({ role: "owner", rights }), path: `/console/settings/${section}` });

test("a name is saved by the save bar, and the rail shows it at once", async () => {
  const desk = await open("company");
  await type("Company name", "Larkfield Bikes");
  expect(api.sent("PATCH workspace")).toEqual([]);
  await click("Save");
  await until(() => !says("You have unsaved changes."));
  expect(api.sent("PATCH workspace")).toEqual([{ name: "Larkfield Bikes" }]);
  expect(desk.me.get().company.name).toBe("Larkfield Bikes");
});

test("what the server finds wrong is said at the field, and what was typed stays", async () => {
  api.on("PATCH workspace", wrong("name", "name: This has signs that cannot be shown."));
  await open("company");
  await type("Company name", "Lark\u0007field");
  await click("Save");
  await until(() => says("This has signs that cannot be shown."));
  expect(field("Company name")?.getAttribute("aria-invalid")).toBe("true");
  expect(says("You have unsaved changes.")).toBe(true);
  await click("Discard");
  expect(field("Company name")?.value).toBe("Larkfield Cycles");
  expect(says("This has signs")).toBe(false);
});

test("a draft is kept while another section is looked at", async () => {
  await open("widget");
  await type("Greeting", "Good morning!");
  const away = [...document.querySelectorAll("a")].find((link) => link.textContent === "Company");
  await act(async () => away?.click());
  await until(() => field("Company name"));
  const back = [...document.querySelectorAll("a")].find((link) => link.textContent === "Widget");
  await act(async () => back?.click());
  expect((await until(() => field("Greeting"))).value).toBe("Good morning!");
  await click("Discard");
});

test("readers of another language get first words of their own, and the name of the assistant is kept", async () => {
  workspace.languages = ["en", "de"];
  await open("widget");
  await until(() => field("Greeting"));
  await type("Name of the assistant", "Pip");
  const german = document.querySelector<HTMLInputElement>('[role="radiogroup"] input[value="de"]');
  await act(async () => german?.click());
  expect(field("Greeting")?.value).toBe("");
  expect(field("Greeting")?.placeholder).toBe("Hello!");
  await type("Greeting", "Hallo!");
  await click("Save");
  await until(() => !says("You have unsaved changes."));
  expect(api.sent("PATCH workspace")).toEqual([
    { assistant_name: "Pip", first_words: { de: { greeting: "Hallo!", quick_replies: [] } } },
  ]);
});

test("a tone is saved as it is chosen, and undo brings the old one back", async () => {
  await open("assistant");
  const formal = await until(() =>
    document.querySelector<HTMLElement>('[role="radio"][aria-label^="Formal"]'),
  );
  await act(async () => formal.click());
  await click("Undo");
  await until(() => api.sent("PATCH workspace").length === 2);
  expect(api.sent("PATCH workspace")).toEqual([{ tone: "formal" }, { tone: "warm" }]);
});

test("what is saved at once goes back by itself when the server refuses", async () => {
  api.on("PATCH workspace", wrong("tone", "tone: No."));
  await open("assistant");
  const formal = await until(() =>
    document.querySelector<HTMLElement>('[role="radio"][aria-label^="Formal"]'),
  );
  await act(async () => formal.click());
  await until(() => says("No."));
  const chosen = document.querySelector('[role="radio"][aria-checked="true"]');
  expect(chosen?.getAttribute("aria-label")).toMatch(/^Warm/);
  expect(button("Undo")).toBeUndefined();
});

test("an accent too pale for white words names the shade that is used instead", async () => {
  workspace.accent = "#f5c542";
  await open("appearance");
  await until(() => says("Too pale for white words"));
  expect(says("1.6 : 1")).toBe(true);
  expect(says("#896e25")).toBe(true);
});

test("who may only read finds every field closed", async () => {
  await open("company", READER);
  await until(() => field("Company name"));
  expect(field("Company name")?.closest("fieldset")?.disabled).toBe(true);
  expect(says("owners and admins change them")).toBe(true);
  expect(says("Security")).toBe(false);
});

test("a failure says what to do and the request's id, and another try helps", async () => {
  api.on("GET workspace", wrong(null, "Something broke on our side.", 500));
  await open("company");
  await until(() => says("Something broke on our side."));
  expect(says("req_1")).toBe(true);
  api.on("GET workspace", { body: workspace });
  await click("Try again");
  await until(() => field("Company name"));
});

test("the settings stand in groups, and the address for mail has no port", async () => {
  workspace = { ...workspace, host: "larkfield.localhost:8000" };
  await open("mail");
  await until(() => says("support@larkfield.localhost"));
  expect(says("support@larkfield.localhost:8000")).toBe(false);
  const groups = [...document.querySelectorAll("nav p")].map(({ textContent }) => textContent);
  expect(groups).toEqual(["Your company", "Chat and mail", "Who answers", "For developers"]);
});
