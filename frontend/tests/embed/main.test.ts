import { afterEach, expect, test } from "vitest";

const browserFetch = globalThis.fetch;

afterEach(() => {
  globalThis.fetch = browserFetch;
  Object.defineProperty(document, "currentScript", { value: null, configurable: true });
});

test("the script asks its own company what the page says by itself, without cookies, and no more than once", async () => {
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
  expect(asked.map(([url]) => url)).toEqual(["https://acme.example.com/api/v1/widget/page"]);
  expect(asked[0]?.[1]).toEqual({ credentials: "omit" });
});
