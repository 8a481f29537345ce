import { beforeEach, expect, test } from "vitest";
import type { Engine } from "../../src/console/api/engine";
import type { Right } from "../../src/console/desk/rights";
import { EngineSection } from "../../src/console/settings/assistant/engine/EngineSection";
import { fakeApi, wrong } from "./api";
import { me } from "./cast";
import { button, click, says, show, type, until } from "./stage";

const api = fakeApi();
const ADMIN: Right[] = ["settings.read", "settings.manage"];
let engine: Engine;

beforeEach(() => {
  engine = {
    engine: "language_model",
    model_address: "https://llm.example.com/v1",
    model_name: "a-model",
    has_key: true,
    tokens_per_day: 1000,
    tokens_per_conversation: 100,
    tokens_per_visitor: 200,
    used_today: 250,
    day_ends_at: "2026-01-02T00:00:00Z",
    calls_today: 3,
    left_alone_seconds: 40,
    outside_seconds: 20,
    translates: false,
    outside_tokens: 1,
    outside_heard_at: null,
    outside_heard_by: null,
    failures: [
      {
        id: "mdl_1",
        at: "2026-01-01T10:00:00Z",
        why: "busy",
        says: "Asked too often.",
        conversation_id: null,
      },
    ],
  };
  api.on("GET assistant/engine", () => ({ body: engine }));
  api.on("PATCH assistant/engine", ({ body }) => {
    const { model_key: _key, ...shown } = body as Engine & { model_key?: string };
    engine = { ...engine, ...shown };
    return { body: engine };
  });
});

const open = async (rights = ADMIN) => {
  await show(<EngineSection />, { as: me({ role: "admin", rights }), path: "/console/settings/assistant" });
  await until(() => says("Language model"));
};

test("it shows what is used, what failed, and that the model is left alone", async () => {
  await open();
  expect(says("250 of 1,000 tokens used today, by 3 calls")).toBe(true);
  expect(says("Asked too often.")).toBe(true);
  expect(says("tried again in 40 s")).toBe(true);
});

test("a change is saved without the key that nobody typed", async () => {
  await open();
  await type("Model", "another-model");
  await click("Save");
  await until(() => !says("You have unsaved changes."));
  expect(api.sent("PATCH assistant/engine")).toEqual([
    {
      engine: "language_model",
      model_address: "https://llm.example.com/v1",
      model_name: "another-model",
      tokens_per_day: 1000,
      tokens_per_conversation: 100,
      tokens_per_visitor: 200,
      outside_seconds: 20,
    },
  ]);
});

test("what the server finds wrong is said at the field", async () => {
  api.on("PATCH assistant/engine", wrong("model_name", "model_name: There is none of this name."));
  await open();
  await type("Model", "x");
  await click("Save");
  await until(() => says("There is none of this name."));
  expect(says("You have unsaved changes.")).toBe(true);
});

test("the connection is tried with what is typed, and the problem is told", async () => {
  api.on("POST assistant/engine/test", {
    body: { ok: false, why: "key_refused", problem: "The key was refused. Enter it again.", took_ms: 20 },
  });
  await open();
  await type("Model", "typed-model");
  await click("Test the connection");
  await until(() => says("The key was refused."));
  expect(api.sent("POST assistant/engine/test")).toEqual([
    { model_address: "https://llm.example.com/v1", model_name: "typed-model" },
  ]);
  expect(api.sent("PATCH assistant/engine")).toEqual([]);
});

test("those who may only read cannot change it", async () => {
  await open(["settings.read"]);
  expect(button("Test the connection")?.closest("fieldset")?.disabled).toBe(true);
});

test("an AI of your own needs a token, and says how it is connected", async () => {
  engine = { ...engine, outside_tokens: 0 };
  await open();
  const cards = [...document.querySelectorAll("button")].map((each) => each.getAttribute("aria-label") ?? "");
  await click(cards.find((label) => label.startsWith("An AI of your own")) ?? "");
  await until(() => says("Seconds to answer"));
  expect(says("No token may act as the assistant yet")).toBe(true);
  expect(says("It was not heard yet.")).toBe(true);
  await click("Save");
  await until(() => !says("You have unsaved changes."));
  expect(api.sent("PATCH assistant/engine")).toMatchObject([{ engine: "outside", outside_seconds: 20 }]);
});
