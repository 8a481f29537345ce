import { describe, expect, it } from "vitest";
import type { Engine } from "../../src/console/api/engine";
import { changeOf, hindrance, modelOf, typedOf } from "../../src/console/settings/assistant/engine/typed";

const SAVED: Engine = {
  engine: "language_model",
  model_address: "https://llm.example.com/v1",
  model_name: "a-model",
  has_key: true,
  tokens_per_day: 1000,
  tokens_per_conversation: 100,
  tokens_per_visitor: 200,
  used_today: 0,
  day_ends_at: "2026-01-01T00:00:00Z",
  calls_today: 0,
  left_alone_seconds: null,
  failures: [],
  outside_seconds: 20,
  translates: false,
  outside_tokens: 1,
  outside_heard_at: null,
  outside_heard_by: null,
};

describe("what was typed about the engine", () => {
  it("leaves a key that was not typed as it is", () => {
    expect("model_key" in changeOf(typedOf(SAVED))).toBe(false);
    expect("model_key" in modelOf(typedOf(SAVED))).toBe(false);
  });

  it("sends a typed key without the spaces around it", () => {
    expect(changeOf({ ...typedOf(SAVED), model_key: " sk-1 " }).model_key).toBe("sk-1");
  });

  it("can be saved as it was loaded", () => {
    expect(hindrance(typedOf(SAVED), SAVED)).toBeNull();
  });

  it("needs address and name for a language model, and neither for Baton's own", () => {
    const empty = { ...typedOf(SAVED), model_address: "", model_name: "", model_key: "x" };
    expect(hindrance(empty, SAVED)).toContain("address and a name");
    expect(hindrance({ ...empty, engine: "embedded" }, { ...SAVED, has_key: false })).toBeNull();
  });

  it("asks for the key of another address", () => {
    const moved = { ...typedOf(SAVED), model_address: "https://other.example.com/v1" };
    expect(hindrance(moved, SAVED)).toContain("own key");
    expect(hindrance({ ...moved, model_key: "sk-2" }, SAVED)).toBeNull();
    expect(hindrance(moved, { ...SAVED, has_key: false })).toBeNull();
  });

  it("wants numbers as budgets", () => {
    expect(hindrance({ ...typedOf(SAVED), tokens_per_day: "" }, SAVED)).toContain("number");
  });
});
