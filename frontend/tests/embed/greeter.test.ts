import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Greeter, greet } from "../../src/embed/greeter";
import { remember, remembered } from "../../src/embed/memory";
import type { Greeting } from "../../src/embed/rules";
import { Widget } from "../../src/embed/widget";
import type { FromFrame } from "../../src/shared/frame";
import { FakeWindow } from "../shared/fake-window";

const ORIGIN = "http://demo.localhost:8000";
const RULE: Greeting = {
  id: "grt_1",
  says: "Questions?",
  pages: ["/pricing*"],
  after: 3,
  scroll: 0,
  leaving: false,
  who: "everybody",
  until: null,
};
let frame: FakeWindow;
let widget: Widget;
let begun: Greeter[];

const told = () => frame.got.map((one) => (one as [{ baton: string }])[0]);
const root = () => document.getElementById("baton")?.shadowRoot as ShadowRoot;
const says = () => root().querySelector<HTMLButtonElement>(".says");
const seconds = (count: number) => vi.advanceTimersByTime(count * 1_000);

function say(data: FromFrame): void {
  const source = root().querySelector("iframe")?.contentWindow;
  window.dispatchEvent(Object.assign(new Event("message"), { data, origin: ORIGIN, source }));
}

function begin(...rules: Greeting[]): void {
  widget.greetBy((around) => {
    const greeter = greet(rules, around);
    begun.push(greeter);
    return greeter;
  });
}

beforeEach(() => {
  vi.useFakeTimers();
  begun = [];
  localStorage.clear();
  history.replaceState(null, "", "/pricing");
  frame = new FakeWindow();
  vi.spyOn(HTMLIFrameElement.prototype, "contentWindow", "get").mockReturnValue(frame as unknown as Window);
  widget = new Widget(ORIGIN, {});
});

afterEach(() => {
  for (const one of begun) one.end();
  document.body.replaceChildren();
  vi.clearAllTimers();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test("the words come after their time, in a region that is read politely, and move nothing", () => {
  begin(RULE);
  seconds(2);
  expect(says()).toBeNull();
  seconds(1);
  expect(says()?.textContent).toBe("Questions?");
  expect(says()?.closest("[aria-live]")?.getAttribute("aria-live")).toBe("polite");
  expect(says()?.nextElementSibling?.getAttribute("aria-label")).toBe("Dismiss");
});

test("pressing the words opens the chat, and the frame hears which greeting it was, once", () => {
  begin(RULE);
  seconds(3);
  says()?.click();
  say({ baton: "drawn", company: "Larkfield", accent: "#1f6f54" });
  expect(told()).toEqual([{ baton: "shown" }, { baton: "greeting", id: "grt_1" }]);
  expect(says()).toBeNull();
  widget.sdk.close();
  widget.sdk.open();
  seconds(10);
  expect(told().filter(({ baton }) => baton === "greeting")).toHaveLength(1);
});

test.each(["button", "Escape"])(
  "put away by %s it stays away, on this page and the next, and others may come",
  (how) => {
    begin(RULE, { ...RULE, id: "grt_2", pages: [], says: "Hello there" });
    seconds(3);
    if (how === "button") root().querySelector<HTMLButtonElement>(".shut")?.click();
    else document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
    expect(says()).toBeNull();
    expect(remembered().away).toEqual(["grt_1"]);
    seconds(30);
    expect(says()).toBeNull(); // one a page
    history.pushState(null, "", "/pricing/pro");
    seconds(4);
    expect(says()?.textContent).toBe("Hello there");
  },
);

test("a page that is one script is a new page for each address; an anchor is none", () => {
  history.replaceState(null, "", "/home");
  begin(RULE);
  seconds(10);
  history.pushState(null, "", "/pricing");
  seconds(3);
  expect(says()).toBeNull();
  seconds(1);
  expect(says()).not.toBeNull();
  history.pushState(null, "", "/pricing#faq");
  seconds(1);
  expect(says()).not.toBeNull();
  history.pushState(null, "", "/pricing#/teams");
  seconds(1);
  expect(says()).toBeNull();
});

test("nobody is greeted who types, who is in a conversation, or who has the chat open", () => {
  const field = document.createElement("input");
  document.body.append(field);
  begin(RULE);
  field.focus();
  seconds(5);
  expect(says()).toBeNull();
  field.blur();
  remember({ live: true });
  seconds(1);
  expect(says()).toBeNull();
  widget.sdk.open();
  say({ baton: "talking", live: false });
  seconds(1);
  expect(says()).toBeNull();
  expect(remembered()).toMatchObject({ talking: true, live: false });
});

test("who comes back half an hour later is returning, from then on", () => {
  begin({ ...RULE, who: "returning" });
  seconds(5);
  expect(says()).toBeNull();
  remember({ seen: Date.now() - 31 * 60_000 });
  begin({ ...RULE, who: "returning" });
  seconds(5);
  expect(says()).not.toBeNull();
  expect(remembered().back).toBe(true);
});
