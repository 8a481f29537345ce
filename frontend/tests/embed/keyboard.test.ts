import { afterEach, expect, test, vi } from "vitest";
import { keepAboveKeyboard } from "../../src/embed/keyboard";
import { settingsFrom } from "../../src/embed/settings";

afterEach(() => {
  vi.unstubAllGlobals();
  document.documentElement.style.direction = "";
});

/** A screen of 800 pixels of which the keyboard leaves `height`. */
function screen(height: number, { phone = true, scale = 1 } = {}): HTMLElement {
  const seen = Object.assign(new EventTarget(), { height, offsetTop: 12, scale });
  vi.stubGlobal("visualViewport", seen);
  vi.stubGlobal("innerHeight", 800);
  vi.stubGlobal("matchMedia", () => ({ matches: phone }));
  const panel = document.createElement("div");
  keepAboveKeyboard(panel);
  seen.dispatchEvent(new Event("resize"));
  return panel;
}

test("a keyboard on a phone leaves the panel what it does not cover", () => {
  const { style } = screen(430);
  expect([style.top, style.height]).toEqual(["12px", "430px"]);
});

test.each([
  [screen.bind(null, 800), "no keyboard"],
  [screen.bind(null, 430, { phone: false }), "a wide screen"],
  [screen.bind(null, 430, { scale: 2 }), "a closer look"],
])("%# the panel keeps its size: %s", (made) => {
  expect(made().style.height).toBe("");
});

test("on a page that reads from right to left the launcher is at its end, unless the page says where", () => {
  const script = document.createElement("script");
  expect(settingsFrom(script, undefined).side).toBe("right");
  document.documentElement.style.direction = "rtl";
  expect(settingsFrom(script, undefined).side).toBe("left");
  expect(settingsFrom(script, { side: "right" }).side).toBe("right");
});
