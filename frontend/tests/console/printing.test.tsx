/** A conversation is printed whole: what came before is fetched first, and notes only go along where they are ticked. */

import { act } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Desk } from "../../src/console/desk/desk";
import PrintDialog from "../../src/console/inbox/printing/PrintDialog";
import { threadOf } from "../../src/shared/thread";
import { fakeApi } from "./api";
import { ASSISTANT, CAROL, MAYA, me, note, passed, row, said } from "./cast";
import { click, field, says, show, until } from "./stage";

const api = fakeApi();
const at = (time: string) => `2026-01-02T${time}Z`;
const closed = vi.fn();
const printed = vi.fn();
const browserPrint = window.print;

beforeEach(() => {
  closed.mockClear();
  printed.mockClear();
  window.print = printed;
  api.on("GET conversations/conv_1", {
    body: {
      ...row("conv_1", { customer: { id: "cus_carol", name: "Carol", email: "carol@example.com" } }),
      notes: [note("note_1", at("12:02:00"))],
      decisions: [],
    },
  });
  api.on("GET conversations/conv_1/events", {
    body: { data: [said(1, CAROL, at("12:00:00"), "My wheel is bent")], has_more: false },
  });
});

afterEach(() => {
  window.print = browserPrint;
});

/** The end of the thread is there; its first word is not. */
async function open(): Promise<Desk> {
  const desk = await show(<PrintDialog id="conv_1" onClose={closed} />, { as: me(), path: "/" });
  const events = [
    said(2, ASSISTANT, at("12:01:00"), "We mend it"),
    passed(3, "accepted", at("12:03:00")),
    said(4, MAYA, at("12:04:00"), "Bring it in"),
  ];
  await act(async () => desk.thread("conv_1").set({ ...threadOf("conv_1"), from: 1, seq: 4, events }));
  return desk;
}

const paper = (): string => document.querySelector("[data-paper]")?.textContent ?? "";

test("all that was said is on the paper, with who said it, and nothing of the team's own", async () => {
  await open();
  await click("Print");
  await until(() => printed.mock.calls.length === 1);
  expect(paper()).toContain("Conversation with Carol");
  expect(paper()).toContain("Carol, carol@example.com");
  const words = [
    "Friday, January 2, 2026",
    "My wheel is bent",
    "Assistant · AI · Larkfield Cycles",
    "We mend it",
  ];
  words.push("Maya accepted", "Maya · Larkfield Cycles", "Bring it in", "Printed by Maya Okafor");
  const places = words.map((each) => paper().indexOf(each));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((one, other) => one - other));
  expect(paper()).not.toContain("Mind this");
  await act(async () => window.dispatchEvent(new Event("afterprint")));
  expect(closed).toHaveBeenCalledOnce();
});

test("notes go along where they are ticked, and what happened between stays out where it is not", async () => {
  await open();
  await act(async () => field("Private notes")?.click());
  await act(async () => field("Who had it")?.click());
  await click("Print");
  await until(() => printed.mock.calls.length === 1);
  expect(paper()).toContain("Private note by Maya");
  expect(paper()).toContain("Mind this");
  expect(paper()).not.toContain("Maya accepted");
});

test("where not all can be had, nothing is printed, and it can be tried again", async () => {
  api.on("GET conversations/conv_1/events", { status: 503, body: {} });
  await open();
  await click("Print");
  await until(() => says("Not all of it could be fetched."));
  expect(printed).not.toHaveBeenCalled();
  expect(document.querySelector("[data-paper]")).toBeNull();
});
