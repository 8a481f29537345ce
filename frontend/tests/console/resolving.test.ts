import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Resolving, UNDO_WITHIN } from "../../src/console/inbox/resolving";

let committed: string[];
let resolving: Resolving;

beforeEach(() => {
  vi.useFakeTimers();
  committed = [];
  resolving = new Resolving();
});
afterEach(() => vi.useRealTimers());

const begin = (id: string) => resolving.begin(id, () => committed.push(id));

test("resolving is carried out once the time for undo is over, and shows meanwhile", () => {
  begin("a");
  begin("a");
  expect([...resolving.ids.get()]).toEqual(["a"]);
  vi.advanceTimersByTime(UNDO_WITHIN);
  expect(committed).toEqual(["a"]);
  expect(resolving.ids.get().size).toBe(0);
});

test("undo leaves nothing to carry out, and later there is nothing to undo", () => {
  begin("a");
  expect(resolving.undo("a")).toBe(true);
  vi.advanceTimersByTime(UNDO_WITHIN * 2);
  expect(committed).toEqual([]);
  expect(resolving.undo("a")).toBe(false);
});

test("who leaves the page loses no decision", () => {
  begin("a");
  begin("b");
  resolving.flush();
  expect(committed).toEqual(["a", "b"]);
  vi.advanceTimersByTime(UNDO_WITHIN);
  expect(committed).toEqual(["a", "b"]);
});
