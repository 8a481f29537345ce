import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Conversation } from "../../src/widget/conversation";
import { Panel } from "../../src/widget/panel";
import { partsOf } from "../../src/widget/passed";
import { control, message, resolved } from "../shared/log";
import { COMPANY, FakeDesk } from "./fake-desk";

let desk: FakeDesk;
let talk: Conversation;
let place: HTMLElement;

beforeEach(async () => {
  localStorage.clear();
  desk = new FakeDesk();
  desk.log = [
    message(1),
    control(2, { passed_on: ["What you asked: “Help”", "Order number: LF-1", "All said"] }),
  ];
  place = document.createElement("div");
  document.body.append(place);
  talk = new Conversation({
    url: "ws://demo",
    company: COMPANY,
    shown: true,
    tell: () => {},
    open: desk.open,
  });
  await act(async () => {
    render(<Panel talk={talk} onClose={null} mails />, place);
    talk.start();
    await vi.waitFor(() => expect(talk.view.caughtUp).toBe(true));
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  render(null, place);
  place.remove();
  talk.stop();
});

function button(name: string): HTMLButtonElement | undefined {
  const all = Array.from(place.querySelectorAll("button"));
  return all.find((one) => (one.getAttribute("aria-label") ?? one.textContent)?.trim() === name);
}

async function press(name: string): Promise<void> {
  await act(async () => button(name)?.click());
}

test("a line has a name and a value, or cannot be put right", () => {
  expect(partsOf("Order number: LF-1: x")).toEqual(["Order number", "LF-1: x"]);
  expect(partsOf("All said")).toBeNull();
  expect(button("Change: All said")).toBeUndefined();
});

test("a line is put right, and stands so once the log has it", async () => {
  await press("Change: Order number: LF-1");
  const field = place.querySelector<HTMLInputElement>(".correcting input");
  expect(field?.value).toBe("LF-1");
  await act(async () => {
    if (!field) return;
    field.value = "LF-2";
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await act(async () => field?.form?.requestSubmit());
  expect(desk.frames("correct")).toMatchObject([{ seq: 2, line: 1, text: "LF-2" }]);
  const corrects = { seq: 2, line: 1, text: "Order number: LF-2" };
  await act(async () => desk.add(message(3, { text: "Correction: Order number: LF-2", corrects })));
  expect(place.querySelectorAll(".passed-on li span")[1]?.textContent).toBe("Order number: LF-2");
});

test("Escape leaves the line as it is, and the panel open", async () => {
  await press("Change: Order number: LF-1");
  const field = place.querySelector(".correcting input");
  await act(async () => {
    field?.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
  });
  expect(place.querySelector(".correcting")).toBeNull();
  expect(desk.frames("correct")).toHaveLength(0);
});

test("once it is resolved nothing is to be put right", async () => {
  vi.stubGlobal("fetch", async () => new Response('{"survey": null}'));
  await act(async () => desk.add(resolved(3)));
  expect(button("Change: Order number: LF-1")).toBeUndefined();
});

test("a correction that is refused is told", async () => {
  const error = { type: "t", code: "not_found", message: "There is nothing.", param: null, request_id: "r" };
  await act(async () => {
    talk.correct(2, 1, "x");
    const [sent] = desk.frames("correct");
    desk.say({ op: "error", client_id: sent?.client_id, error });
  });
  expect(place.textContent).toContain("There is nothing.");
});

test("who was named may read what was said before", async () => {
  expect(button("Earlier conversations")).toBeUndefined();
  const earlier = {
    id: "conv_old",
    subject: "My bell",
    last_text: "",
    last_at: null,
    created_at: "2026-01-01T10:00:00Z",
  };
  const log = {
    events: [{ ...message(1, { text: "It is silent." }), conversation_id: "conv_old" }],
    has_more: false,
  };
  vi.stubGlobal("fetch", async (url: string) => {
    const body = url.includes("conv_old") ? log : { data: [earlier] };
    return new Response(JSON.stringify(body), { headers: { "Content-Type": "application/json" } });
  });
  await act(async () => {
    talk.identify("signed");
    await vi.waitFor(() => expect(talk.view.identified).toBe(true));
  });
  await press("Earlier conversations");
  await vi.waitFor(() => expect(place.querySelector(".earlier button")).not.toBeNull());
  await act(async () => place.querySelector<HTMLButtonElement>(".earlier button")?.click());
  await vi.waitFor(() => expect(place.textContent).toContain("It is silent."));
  await press("Back to the chat");
  expect(place.textContent).not.toContain("It is silent.");
});

test("what cannot be had just now is said", async () => {
  vi.stubGlobal("fetch", async () => new Response("{}", { status: 403 }));
  await act(async () => {
    talk.identify("signed");
    await vi.waitFor(() => expect(talk.view.identified).toBe(true));
  });
  await press("Earlier conversations");
  await vi.waitFor(() => expect(place.textContent).toContain("cannot be shown just now"));
});
