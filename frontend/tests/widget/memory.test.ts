import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as memory from "../../src/widget/memory";

let page: memory.Kept;

function denyStorage(): void {
  for (const area of ["localStorage", "sessionStorage"] as const) {
    vi.spyOn(globalThis, area, "get").mockImplementation(() => {
      throw new DOMException("Access is denied for this document.", "SecurityError");
    });
  }
}

beforeEach(() => {
  localStorage.clear();
  page = {};
  memory.borrow(page, (kept) => {
    page = kept;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
});

test("with storage of its own the frame tells the page nothing", () => {
  memory.keepToken("secret");
  memory.keepReadUpTo("conv_1", 4);
  expect(memory.token()).toBe("secret");
  expect(memory.readUpTo("conv_1")).toBe(4);
  expect(page).toEqual({});
});

test("without storage of its own the page keeps it, and the next page brings it back", () => {
  denyStorage();
  memory.keepToken("secret");
  memory.keepReadUpTo("conv_1", 4);
  memory.keepUnsent([{ client_id: "c1", kind: "send", text: "Hello", attachments: [] }]);
  memory.borrow({ ...page }, () => {});
  expect(memory.token()).toBe("secret");
  expect(memory.readUpTo("conv_1")).toBe(4);
  expect(memory.readUpTo("conv_2")).toBe(0);
  expect(memory.unsent()).toEqual([{ client_id: "c1", kind: "send", text: "Hello", attachments: [] }]);
});

test("what is forgotten is gone from the page too", () => {
  denyStorage();
  memory.keepToken("secret");
  memory.keepToken(null);
  expect(page).toEqual({});
});
