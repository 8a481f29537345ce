import { expect, test } from "vitest";
import { applyPresence, applySeen, forgetPresence, NOBODY } from "../../src/console/desk/audience";
import { seenReply } from "../../src/console/inbox/thread/timeline";
import { applyEvents, EMPTY } from "../../src/shared/thread";
import { ASSISTANT, CAROL, MAYA, said } from "./cast";

const NOOR = { kind: "agent", id: "agt_noor", name: "Noor" } as const;
const AT = "2026-01-02T12:00:00Z";

test("the customer comes and goes; before any word of it nothing is claimed", () => {
  expect(NOBODY.customerHere).toBeNull();
  const here = applyPresence(NOBODY, { author: CAROL, here: true }, "agt_maya");
  expect(here.customerHere).toBe(true);
  expect(applyPresence(here, { author: CAROL, here: false }, "agt_maya").customerHere).toBe(false);
});

test("a colleague is named once however often they say that they are here, oneself never", () => {
  const twice = [NOOR, NOOR, MAYA].reduce(
    (now, author) => applyPresence(now, { author, here: true }, "agt_maya"),
    NOBODY,
  );
  expect(twice.colleagues).toEqual([{ id: "agt_noor", name: "Noor" }]);
  expect(applyPresence(twice, { author: NOOR, here: false }, "agt_maya").colleagues).toEqual([]);
});

test("what was seen only moves forward, and outlives a line that was down", () => {
  const seen = applySeen(applySeen(NOBODY, 5), 3);
  expect(seen.seen).toBe(5);
  const here = applyPresence(seen, { author: CAROL, here: true }, "agt_maya");
  expect(forgetPresence(here)).toEqual({ ...NOBODY, seen: 5 });
});

test("the mark stands under the last reply that was seen and not yet answered", () => {
  const log = [said(1, CAROL, AT), said(2, MAYA, AT), said(3, MAYA, AT), said(4, MAYA, AT)];
  const thread = applyEvents(EMPTY, log);
  expect(seenReply(thread, 0)).toBeNull();
  expect(seenReply(thread, 3)).toBe(3);
  expect(seenReply(thread, 9)).toBe(4);
  expect(seenReply(applyEvents(thread, [said(5, CAROL, AT)]), 9)).toBeNull();
  expect(seenReply(applyEvents(thread, [said(5, ASSISTANT, AT)]), 9)).toBeNull();
});
