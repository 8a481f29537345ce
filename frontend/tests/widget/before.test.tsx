import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { BeforeChat } from "../../src/shared/wire";
import { missing } from "../../src/widget/before";
import { Conversation } from "../../src/widget/conversation";
import { placeOfForm } from "../../src/widget/due";
import * as memory from "../../src/widget/memory";
import { Panel } from "../../src/widget/panel";
import { rowsOf } from "../../src/widget/rows";
import { CAROL, message } from "../shared/log";
import { COMPANY, FakeDesk } from "./fake-desk";

const FORM: BeforeChat = {
  when: "first",
  fields: [
    { name: "name", kind: "name", label: "", options: [], required: true },
    { name: "email", kind: "email", label: "", options: [], required: false },
    { name: "qst_1", kind: "choice", label: "Topic", options: ["Repair", "Sale"], required: false },
  ],
  consent: { words: "I agree.", url: "https://acme.example/privacy" },
};
const browserFetch = globalThis.fetch;
let desk: FakeDesk;
let talk: Conversation;
let place: HTMLElement;
let sent: unknown[];
let answer: () => Response;

const field = (name: string) => place.querySelector<HTMLInputElement>(`[id$="-${name}"]`);

async function type(name: string, value: string): Promise<void> {
  const at = field(name) as HTMLInputElement;
  await act(() => {
    at.value = value;
    at.dispatchEvent(new Event(at.tagName === "SELECT" ? "change" : "input", { bubbles: true }));
  });
}

async function submit(): Promise<void> {
  await act(async () => {
    place.querySelector(".before")?.dispatchEvent(new Event("submit", { cancelable: true }));
    await new Promise((done) => setTimeout(done));
  });
}

async function open(form: BeforeChat | null): Promise<void> {
  desk.form = form;
  desk.company = { ...COMPANY, asks: form?.when ?? "off", greetings: [{ id: "grt_1", says: "Questions?" }] };
  talk = new Conversation({
    url: "ws://x/",
    company: desk.company,
    shown: true,
    tell: () => {},
    open: desk.open,
  });
  await act(() => {
    render(<Panel talk={talk} onClose={null} mails={false} />, place);
    talk.start();
  });
  await act(() => new Promise((done) => setTimeout(done)));
}

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  desk = new FakeDesk();
  sent = [];
  answer = () => new Response(null, { status: 204 });
  globalThis.fetch = async (_url, options) => {
    sent.push(JSON.parse(String(options?.body)));
    return answer();
  };
  place = document.createElement("div");
  document.body.append(place);
});

afterEach(() => {
  globalThis.fetch = browserFetch;
  render(null, place);
  place.remove();
  talk.stop();
  vi.restoreAllMocks();
});

test("the form stands instead of the composer, says what is missing at its field, and keeps what was typed", async () => {
  await open(FORM);
  expect(place.querySelector(".composer")).toBeNull();
  expect(place.querySelector(".quick-replies")).toBeNull();
  await type("email", "robin@");
  await submit();
  expect(sent).toEqual([]);
  expect(field("name")?.getAttribute("aria-invalid")).toBe("true");
  expect(place.querySelector('[role="alert"]')?.textContent).toBe("Please fill this in.");
  expect(document.activeElement).toBe(field("name"));
  expect(memory.answers()).toEqual({ email: "robin@" });
});

test("what the server refuses stands at its field; what it takes makes way for the composer", async () => {
  await open(FORM);
  await type("name", "Robin");
  await type("email", "robin@nowhere");
  await type("qst_1", "Repair");
  await act(() => field("consent")?.click());
  answer = () =>
    Response.json(
      { error: { type: "invalid_request_error", code: "x", message: "no", param: "email", request_id: "r" } },
      { status: 422 },
    );
  await submit();
  expect(place.querySelector(`[id$="-email-problem"]`)?.textContent).toContain("name@example.com");
  answer = () => new Response(null, { status: 204 });
  await submit();
  expect(sent.at(-1)).toEqual({
    values: { name: "Robin", email: "robin@nowhere", qst_1: "Repair" },
    consent: true,
  });
  expect(place.querySelector(".before")).toBeNull();
  expect(place.querySelector(".composer")).not.toBeNull();
  expect(memory.answers()).toEqual({});
});

test("where a form comes with a person, asking for one waits for it and then is sent by itself", async () => {
  await open({ ...FORM, when: "person", consent: null });
  expect(place.querySelector(".composer")).not.toBeNull();
  await act(() => talk.askPerson());
  expect(desk.frames("ask_person")).toEqual([]);
  await act(() => talk.formDone("back"));
  expect(place.querySelector(".before")).toBeNull();
  await act(() => talk.askPerson());
  await type("name", "Robin");
  await submit();
  expect(desk.frames("ask_person")).toHaveLength(1);
});

test("the greeting stands before the words that answer it and goes with the first of them by its id", async () => {
  await open(null);
  await act(() => talk.greet("grt_unknown"));
  expect(place.querySelector(".greeted")).toBeNull();
  await act(() => talk.greet("grt_1"));
  expect(place.querySelector(".greeted")?.textContent).toContain("Questions?");
  await act(() => talk.send("Yes"));
  expect(desk.frames("send")[0]).toMatchObject({ text: "Yes", greeting: "grt_1" });
  const log = [message(1, { author: CAROL, greeting: "Questions?" })];
  expect(rowsOf({ ...talk.view.thread, events: log, pending: [] }).map(({ kind }) => kind)).toEqual([
    "day",
    "greeting",
    "message",
  ]);
});

test("consent is asked for last, and what is known of the form decides where it stands", () => {
  expect(missing(FORM, { name: " " }, true)).toEqual({ field: "name", says: "Please fill this in." });
  expect(missing(FORM, { name: "Robin" }, false)?.field).toBe("consent");
  expect(missing(FORM, { name: "Robin" }, true)).toBeNull();
  talk = new Conversation({ url: "ws://x/", company: COMPANY, shown: true, tell: () => {}, open: desk.open });
  const view = { ...talk.view, company: { ...COMPANY, asks: "first" as const } };
  expect(placeOfForm(view)).toBe("instead"); // nothing is known yet
  expect(placeOfForm({ ...view, caughtUp: true })).toBeNull();
  expect(placeOfForm({ ...view, caughtUp: true, form: FORM })).toBe("instead");
  const waiting = {
    ...view.thread,
    id: "conv_1",
    control: { ...view.thread.control, holder: "queue" as const },
  };
  expect(placeOfForm({ ...view, form: { ...FORM, when: "person" }, thread: waiting })).toBe("above");
});
