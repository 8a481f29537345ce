import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { remember, remembered } from "../../src/embed/memory";
import { settingsFrom } from "../../src/embed/settings";
import { Widget } from "../../src/embed/widget";
import type { FromFrame } from "../../src/shared/frame";
import { FakeWindow } from "../shared/fake-window";

const ORIGIN = "http://demo.localhost:8000";

let widget: Widget;
let windows: WeakMap<HTMLIFrameElement, FakeWindow>;

function root(): ShadowRoot {
  return document.getElementById("baton")?.shadowRoot as ShadowRoot;
}

function launcher(): HTMLButtonElement {
  return root().querySelector(".launcher") as HTMLButtonElement;
}

function iframe(): HTMLIFrameElement | null {
  return root().querySelector("iframe");
}

function say(data: FromFrame, origin = ORIGIN, source: unknown = iframe()?.contentWindow): void {
  window.dispatchEvent(Object.assign(new Event("message"), { data, origin, source }));
}

const DRAWN: FromFrame = { baton: "drawn", company: "Larkfield Cycles", accent: "#1f6f54" };

beforeEach(() => {
  localStorage.clear();
  windows = new WeakMap();
  vi.spyOn(HTMLIFrameElement.prototype, "contentWindow", "get").mockImplementation(function (
    this: HTMLIFrameElement,
  ) {
    const known = windows.get(this) ?? new FakeWindow();
    windows.set(this, known);
    return known as unknown as Window;
  });
  widget = new Widget(ORIGIN, { side: "right" });
});

afterEach(() => {
  document.getElementById("baton")?.remove();
  vi.useRealTimers();
});

test("the launcher stands alone until it is pressed", () => {
  expect(launcher().getAttribute("aria-label")).toBe("Open chat");
  expect(launcher().getAttribute("aria-expanded")).toBe("false");
  expect(iframe()).toBeNull();
});

test("pressing it opens the panel, pressing again closes it and keeps the conversation", () => {
  launcher().click();
  const frame = iframe();
  expect(frame?.src).toBe(`${ORIGIN}/widget/#host=${encodeURIComponent(location.origin)}`);
  expect(launcher().getAttribute("aria-expanded")).toBe("true");
  launcher().click();
  expect(launcher().getAttribute("aria-expanded")).toBe("false");
  widget.sdk.open();
  expect(iframe()).toBe(frame);
});

test("once drawn it wears the company's colour and name, and remembers the colour", () => {
  widget.sdk.open();
  say(DRAWN);
  expect(iframe()?.title).toBe("Chat with Larkfield Cycles");
  expect(document.getElementById("baton")?.style.getPropertyValue("--accent")).toBe("#1f6f54");
  expect(remembered().accent).toBe("#1f6f54");
});

test("unread messages are counted on the launcher and told to the page", () => {
  const counts: number[] = [];
  const end = widget.sdk.on("unread", ({ count }) => counts.push(count));
  widget.sdk.open();
  say(DRAWN);
  widget.sdk.close();
  say({ baton: "event", told: { name: "unread", detail: { count: 2 } } });
  expect(root().querySelector(".badge")?.textContent).toBe("2");
  expect(launcher().getAttribute("aria-label")).toBe("Open chat: Larkfield Cycles (unread: 2)");
  end();
  say({ baton: "event", told: { name: "unread", detail: { count: 3 } } });
  expect(counts).toEqual([2]);
});

test("a message from another origin or another window changes nothing", () => {
  widget.sdk.open();
  say({ baton: "close" }, "https://elsewhere.example");
  say({ baton: "close" }, ORIGIN, window);
  expect(launcher().getAttribute("aria-expanded")).toBe("true");
  say({ baton: "close" });
  expect(launcher().getAttribute("aria-expanded")).toBe("false");
});

test("a chat that does not load says so, tells the page and can be tried again", () => {
  vi.useFakeTimers();
  const errors: string[] = [];
  widget.sdk.on("error", ({ code }) => errors.push(code));
  widget.sdk.open();
  const first = iframe();
  vi.advanceTimersByTime(15_000);
  const panel = root().querySelector<HTMLElement>(".panel");
  expect(panel?.dataset.state).toBe("lost");
  expect(errors).toEqual(["not_loaded"]);
  root().querySelector<HTMLButtonElement>(".again")?.click();
  expect(panel?.dataset.state).toBe("loading");
  expect(iframe()).not.toBe(first);
});

test("the frame is told that it is shown once it is there to hear it, at its exact origin", () => {
  widget.sdk.open();
  const frame = iframe()?.contentWindow as unknown as FakeWindow;
  expect(frame.got).toEqual([]);
  say(DRAWN);
  widget.sdk.close();
  expect(frame.got).toEqual([
    [{ baton: "shown" }, ORIGIN],
    [{ baton: "hidden" }, ORIGIN],
  ]);
});

test("the page keeps what a frame without storage cannot, and hands it to the next frame", () => {
  widget.sdk.open();
  say({ baton: "keep", kept: { "baton:visitor": "token" } });
  document.getElementById("baton")?.remove();
  widget = new Widget(ORIGIN, {});
  widget.sdk.open();
  const hints = new URLSearchParams(new URL(iframe()?.src ?? "").hash.slice(1));
  expect(hints.get("kept")).toBe('{"baton:visitor":"token"}');
});

test("somebody with a conversation under way is connected without opening the panel", () => {
  document.getElementById("baton")?.remove();
  remember({ talking: true });
  widget = new Widget(ORIGIN, {});
  expect(iframe()).not.toBeNull();
  expect(launcher().getAttribute("aria-expanded")).toBe("false");
});

test("settings come from the page or from the script's own attributes, the page's first", () => {
  const script = document.createElement("script");
  script.dataset.accent = "#112233";
  script.dataset.side = "left";
  expect(settingsFrom(script, undefined)).toEqual({ accent: "#112233", side: "left" });
  expect(settingsFrom(script, { side: "right", theme: "dark" })).toEqual({
    accent: "#112233",
    side: "right",
    theme: "dark",
  });
});

test("the page may demand Trusted Types: nothing is drawn from a string", () => {
  document.getElementById("baton")?.remove();
  const parsed = vi.fn();
  const setter = vi.spyOn(ShadowRoot.prototype, "innerHTML", "set").mockImplementation(parsed);
  widget = new Widget(ORIGIN, { side: "right" });
  setter.mockRestore();
  expect(parsed).not.toHaveBeenCalled();
  expect(root().querySelectorAll("svg path")).toHaveLength(3);
  expect(root().querySelector("svg")?.namespaceURI).toBe("http://www.w3.org/2000/svg");
});

test("the page lets them begin with its words, once the frame is there to hear them", () => {
  widget.sdk.open("About the Merlin Gravel: ");
  const frame = iframe()?.contentWindow as unknown as FakeWindow;
  say(DRAWN);
  widget.sdk.open();
  widget.sdk.open(new Event("click") as unknown as string);
  widget.sdk.open("Is it light?");
  expect(frame.got).toEqual([
    [{ baton: "shown" }, ORIGIN],
    [{ baton: "words", text: "About the Merlin Gravel: " }, ORIGIN],
    [{ baton: "words", text: "Is it light?" }, ORIGIN],
  ]);
});
