import { expect, test } from "vitest";
import { amountOf, kindOf, stateOf } from "../../src/console/inbox/context/deeds";

test("kinds are told in words, also those that nobody wrote words for", () => {
  expect(kindOf("cancel")).toBe("Order cancelled");
  expect(kindOf("gift_sent")).toBe("Gift sent");
});

test("amounts are written with their currency where there is one", () => {
  expect(amountOf({ amount: "25.50", currency: "GBP" })).toContain("25.50");
  expect(amountOf({ amount: "25.5", currency: "" })).toBe("25.50");
});

test("what became of it says whether an agent agreed", () => {
  expect(stateOf({ state: "done", approved_by: null })).toBe("Done within policy");
  expect(stateOf({ state: "done", approved_by: "agt_1" })).toBe("Done, after an agent's yes");
  expect(stateOf({ state: "failed", approved_by: null })).toBe("Failed: nothing was done");
});
