import { afterEach, expect, test } from "vitest";

const browserFetch = globalThis.fetch;

afterEach(() => {
  globalThis.fetch = browserFetch;
  Object.defineProperty(document, "currentScript", { value: null, configurable: true });
});

test("the script tells its own company that the page has the widget, without cookies, and no more than once", async () => {
  const asked: [string, RequestInit][] = [];
  globalThis.fetch = async (url, options) => {
    asked.push([String(url), options ?? {}]);
    throw new TypeError("The page's own policy lets no request out.");
  };
  const script = document.createElement("script");
  Object.defineProperty(script, "src", { value: "https://acme.example.com/widget.js" });
  Object.defineProperty(document, "currentScript", { value: script, configurable: true });
  await import("../../src/embed/main");
  expect(window.baton).toBeDefined();
  expect(asked.map(([url]) => url)).toEqual(["https://acme.example.com/api/v1/widget/embedded"]);
  expect(asked[0]?.[1]).toMatchObject({ method: "POST", credentials: "omit", mode: "no-cors" });
});
