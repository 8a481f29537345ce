import { expect, test } from "vitest";
import { compare, isSame } from "../../src/console/knowledge/diff/compare";

const told = (before: string, after: string): string =>
  compare(before, after)
    .map(({ kind, text }) => ({ same: text, gone: `[-${text}-]`, added: `[+${text}+]` })[kind])
    .join("");

/** What each side of a comparison reads. */
function sides(before: string, after: string): [string, string] {
  const pieces = compare(before, after);
  const without = (kind: string) =>
    pieces
      .filter((piece) => piece.kind !== kind)
      .map(({ text }) => text)
      .join("");
  return [without("added"), without("gone")];
}

test.each([
  ["", "", ""],
  ["the same", "the same", "the same"],
  ["", "new", "[+new+]"],
  ["old", "", "[-old-]"],
  ["in 30 days", "in 14 days", "in [-30-][+14+] days"],
  ["one two three", "one three", "one [-two -]three"],
  ["one three", "one two three", "one [+two +]three"],
  ["a\nb\nc", "a\nc", "a\n[-b\n-]c"],
  ["red big car", "blue small car", "[-red big-][+blue small+] car"],
])("%j becomes %j as %j", (before, after, expected) => {
  expect(told(before, after)).toBe(expected);
});

test("both texts can be read out of the pieces, whatever changed", () => {
  let state = 7;
  const random = (below: number) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
  const text = () =>
    Array.from({ length: random(30) }, () => ["a", "b", "c", "d", "\n"][random(5)]).join(" ");
  for (let round = 0; round < 300; round += 1) {
    const [before, after] = [text(), text()];
    expect(sides(before, after)).toEqual([before, after]);
  }
});

test("a text written anew is told as gone and added, and quickly", () => {
  const [before, after] = [1, 2].map((side) =>
    Array.from({ length: 8_000 }, (_, place) => `w${side}x${place}`).join(" "),
  ) as [string, string];
  const began = performance.now();
  expect(sides(before, after)).toEqual([before, after]);
  expect(performance.now() - began).toBeLessThan(3_000);
  expect(isSame(compare(before, before))).toBe(true);
});
