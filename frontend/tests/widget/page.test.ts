import { expect, test } from "vitest";
import { keptBy, originOf, pageAround, themeOf } from "../../src/widget/page";
import { FakeWindow } from "../shared/fake-window";

const SHOP = "http://localhost:8000";

function address(hash: string, ancestor?: string): Location {
  const ancestorOrigins = ancestor === undefined ? undefined : { 0: ancestor, length: 1 };
  return { hash, ancestorOrigins } as unknown as Location;
}

const fromShop = `#host=${encodeURIComponent(SHOP)}`;

test("the named origin is believed where the browser does not say, or says the same", () => {
  expect(originOf(address(fromShop))).toBe(SHOP);
  expect(originOf(address(fromShop, SHOP))).toBe(SHOP);
});

test("a name that the browser contradicts is no name", () => {
  expect(originOf(address(fromShop, "https://elsewhere.example"))).toBeNull();
  expect(originOf(address(""))).toBeNull();
});

function framed() {
  const parent = new FakeWindow();
  let listener: (event: unknown) => void = () => {};
  const frame = {
    parent,
    location: address(fromShop, SHOP),
    addEventListener: (_: string, added: (event: unknown) => void) => {
      listener = added;
    },
  } as unknown as Window;
  return { parent, frame, hear: (event: unknown) => listener(event) };
}

test("it speaks to the exact origin only", () => {
  const { parent, frame } = framed();
  pageAround(frame).post({ baton: "close" });
  expect(parent.got).toEqual([[{ baton: "close" }, SHOP]]);
});

test("it listens to its parent from the exact origin only", () => {
  const { parent, frame, hear } = framed();
  const heard: string[] = [];
  pageAround(frame).onAsked((asked) => heard.push(asked.baton));
  hear({ source: parent, origin: "https://elsewhere.example", data: { baton: "shown" } });
  hear({ source: {}, origin: SHOP, data: { baton: "shown" } });
  expect(heard).toEqual([]);
  hear({ source: parent, origin: SHOP, data: { baton: "shown" } });
  hear({ source: parent, origin: SHOP, data: { baton: "hidden" } });
  expect(heard).toEqual(["shown", "hidden"]);
});

test("what is kept is taken from the page that is believed only", () => {
  const kept = `${fromShop}&kept=${encodeURIComponent('{"baton:visitor":"t"}')}`;
  expect(keptBy(address(kept, SHOP))).toEqual({ "baton:visitor": "t" });
  expect(keptBy(address(kept, "https://elsewhere.example"))).toEqual({});
  expect(keptBy(address(fromShop))).toEqual({});
});

test("a theme is light, dark or the system's", () => {
  expect(themeOf(address("#theme=dark"))).toBe("dark");
  expect(themeOf(address("#theme=pink"))).toBeNull();
});
