/** A handover is labelled by one press, and taken back by the same. */

import { beforeEach, expect, test } from "vitest";
import type { Right } from "../../src/console/desk/rights";
import type { ConversationDetail, HandoverCard, HandoverLabel } from "../../src/console/desk/wire";
import HandoverLabelling from "../../src/console/inbox/labelling/HandoverLabelling";
import { openReasons } from "../../src/console/inbox/labelling/useLabel";
import { fakeApi } from "./api";
import { me } from "./cast";
import { button, click, says, show, until } from "./stage";

const api = fakeApi();
const PATH = "conversations/conv_1/handover/label";
const bob = { id: "agt_1", name: "Bob Example" };

const label = (some: Partial<HandoverLabel> = {}): HandoverLabel => ({
  verdict: "too_late",
  trigger: null,
  by: bob,
  at: "2026-11-20T10:00:00Z",
  ...some,
});

function open(known: HandoverLabel | null, rights: Right[] = ["conversations.write"]) {
  const card = { id: "hnd_1", trigger: { name: "anger", label: "Anger" }, label: known } as HandoverCard;
  const detail = { id: "conv_1", handover: card } as ConversationDetail;
  return show(<HandoverLabelling detail={detail} card={card} />, { as: me({ rights }), path: "/" });
}

beforeEach(() => {
  api.on(`PUT ${PATH}`, { body: { handover_id: "hnd_1", label: label() } });
  api.on(`DELETE ${PATH}`, { body: { handover_id: "hnd_1", label: null } });
});

test("one press says it, and Undo takes it back", async () => {
  await open(null);
  await click("2 Too late");
  await until(() => says("The handover came too late."));
  expect(api.sent(`PUT ${PATH}`)).toEqual([{ verdict: "too_late", trigger: null, handover_id: "hnd_1" }]);
  await click("Undo");
  await until(() => api.asked.some(({ method }) => method === "DELETE"));
});

test("what was said shows, with who said it, and the same press takes it back", async () => {
  await open(label());
  expect(button("2 Too late")?.getAttribute("aria-pressed")).toBe("true");
  expect(says("Bob Example")).toBe(true);
  await click("2 Too late");
  await until(() => says("The label is gone."));
});

test("the reason that it should have been is chosen from a menu", async () => {
  await open(label({ verdict: "right" }));
  openReasons();
  await click("Goes in circles");
  await until(() => api.sent(`PUT ${PATH}`).length > 0);
  expect(api.sent(`PUT ${PATH}`)).toEqual([{ verdict: "right", trigger: "loop", handover_id: "hnd_1" }]);
});

test("who may only read sees what was said and presses nothing", async () => {
  await open(label({ trigger: { name: "loop", label: "Goes in circles" } }), []);
  expect(says("Should have been: Goes in circles")).toBe(true);
  expect(button("1 Right")?.disabled).toBe(true);
});
