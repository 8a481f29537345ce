import { afterEach, beforeEach, expect, expectTypeOf, test, vi } from "vitest";
import type { Baton, BatonEvents, BatonSettings } from "../../../clients/widget/src";
import type { Settings } from "../../src/embed/settings";
import type { Sdk } from "../../src/embed/widget";
import type { PageEvents } from "../../src/shared/frame";

const HOST = "https://acme.baton.example";
const SDK: Baton = {
  open: () => undefined,
  close: () => undefined,
  identify: () => undefined,
  setAttributes: () => undefined,
  reset: () => undefined,
  on: () => () => undefined,
};

let load: typeof import("../../../clients/widget/src").loadBaton;

/** The scripts of the widget on the page; the page is not to load them for real. */
const scripts = () => [...document.head.querySelectorAll("script")];

function isReady(): void {
  window.baton = SDK;
  window.dispatchEvent(new CustomEvent("baton:ready", { detail: {} }));
}

beforeEach(async () => {
  vi.useFakeTimers();
  vi.resetModules();
  vi.spyOn(HTMLScriptElement.prototype, "src", "set").mockImplementation(function (this: Element, to) {
    this.setAttribute("data-src", to);
  });
  load = (await import("../../../clients/widget/src")).loadBaton;
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  for (const script of scripts()) script.remove();
  window.baton = undefined;
  window.batonSettings = undefined;
});

test("the types are those of the widget", () => {
  expectTypeOf<Baton>().toEqualTypeOf<Sdk>();
  expectTypeOf<BatonEvents>().toEqualTypeOf<PageEvents>();
  expectTypeOf<BatonSettings>().toEqualTypeOf<Settings>();
});

test("the script is put on the page once, with the settings, and everybody gets the widget when it is ready", async () => {
  const first = load(HOST, { side: "left" });
  const second = load(`${HOST}/anything`);
  expect(scripts().map((script) => [script.dataset.src, script.async])).toEqual([
    [`${HOST}/widget.js`, true],
  ]);
  expect(window.batonSettings).toEqual({ side: "left" });
  isReady();
  expect(await first).toBe(SDK);
  expect(await second).toBe(SDK);
  expect(await load(HOST)).toBe(SDK);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(scripts()).toHaveLength(1);
});

test("a page that has the widget by its tag gets that one", async () => {
  window.baton = SDK;
  expect(await load(HOST)).toBe(SDK);
  expect(scripts()).toHaveLength(0);
});

test("a script that cannot be loaded is an error, and may be tried again", async () => {
  const failed = load(HOST);
  scripts()[0]?.dispatchEvent(new Event("error"));
  await expect(failed).rejects.toThrow("could not be loaded");
  expect(scripts()).toHaveLength(0);
  const again = load(HOST);
  expect(scripts()).toHaveLength(1);
  isReady();
  expect(await again).toBe(SDK);
});

test("one that is never ready is an error in time", async () => {
  const failed = expect(load(HOST, {}, 3000)).rejects.toThrow("not ready within 3000 ms");
  await vi.advanceTimersByTimeAsync(3000);
  await failed;
  expect(scripts()).toHaveLength(0);
});

test("what is no address, and another company's widget, are errors", async () => {
  await expect(load("acme")).rejects.toThrow("acme is not an address");
  void load(HOST);
  await expect(load("https://globex.baton.example")).rejects.toThrow("is on this page already");
  expect(scripts()).toHaveLength(1);
  isReady();
});
