import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { remember, remembered } from "../../src/embed/memory";
import { Widget } from "../../src/embed/widget";
import type { FromFrame } from "../../src/shared/frame";
import { FakeWindow } from "../shared/fake-window";

const ORIGIN = "http://demo.localhost:8000";
const DRAWN: FromFrame = { baton: "drawn", company: "Larkfield Cycles", accent: "#1f6f54" };
const EXPIRED: FromFrame = {
  baton: "event",
  told: { name: "error", detail: { code: "identity_expired", message: "" } },
};

let widget: Widget;
let windows: WeakMap<HTMLIFrameElement, FakeWindow>;

function iframe(): HTMLIFrameElement | null {
  return document.getElementById("baton")?.shadowRoot?.querySelector("iframe") ?? null;
}

function frame(): FakeWindow {
  return iframe()?.contentWindow as unknown as FakeWindow;
}

function say(data: FromFrame): void {
  window.dispatchEvent(Object.assign(new Event("message"), { data, origin: ORIGIN, source: frame() }));
}

async function heard(): Promise<unknown[]> {
  await Promise.resolve();
  await Promise.resolve();
  return frame().got.map((told) => (told as [unknown, string])[0]);
}

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

afterEach(() => document.getElementById("baton")?.remove());

test("a signature waits until the frame is there, and loads none by itself", async () => {
  widget.sdk.identify("signed");
  expect(iframe()).toBeNull();
  widget.sdk.open();
  say(DRAWN);
  expect(await heard()).toContainEqual({ baton: "identify", identity: "signed" });
});

test("a function is asked when the signature is needed, and once more when it ran out", async () => {
  let calls = 0;
  widget.sdk.identify(async () => {
    calls += 1;
    return `signed ${calls}`;
  });
  expect(calls).toBe(0);
  widget.sdk.open();
  say(DRAWN);
  await heard();
  say(EXPIRED);
  await heard();
  say(EXPIRED);
  expect(await heard()).toEqual([
    { baton: "shown" },
    { baton: "identify", identity: "signed 1" },
    { baton: "identify", identity: "signed 2" },
  ]);
});

test("attributes reach the frame, those given before it was there too", async () => {
  widget.sdk.setAttributes({ plan: "pro" });
  widget.sdk.open();
  say(DRAWN);
  widget.sdk.setAttributes({ seats: 4 });
  expect(await heard()).toEqual([
    { baton: "shown" },
    { baton: "attributes", attributes: { plan: "pro" } },
    { baton: "attributes", attributes: { seats: 4 } },
  ]);
});

test("a reset of nobody loads nothing", () => {
  widget.sdk.reset();
  expect(iframe()).toBeNull();
});

test("a reset reaches a frame that has to be loaded for it", async () => {
  remember({ known: true });
  widget.sdk.identify("signed");
  widget.sdk.reset();
  expect(iframe()).not.toBeNull();
  expect(remembered()).toMatchObject({ talking: false, known: false });
  say(DRAWN);
  expect(await heard()).toEqual([{ baton: "reset" }]);
});
