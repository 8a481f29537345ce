import { expect, test } from "vitest";
import { type Highlight, highlightsOf, reasonPieces, segments } from "../../src/console/inbox/quotes";

const mark = (text: string, start: number, end: number, label = "Anger"): Highlight => ({
  signal: label.toLowerCase(),
  label,
  quote: { text, seq: 1, start, end },
});
const marked = (text: string, highlights: Highlight[]) =>
  segments(text, highlights)
    .filter((segment) => segment.labels.length > 0)
    .map((segment) => segment.text);

test("the quoted words are cut out where they stand, and the pieces are the message again", () => {
  const text = "This is ridiculous, really.";
  const pieces = segments(text, [mark("ridiculous", 8, 18)]);
  expect(pieces.map((piece) => piece.text)).toEqual(["This is ", "ridiculous", ", really."]);
  expect(pieces.map((piece) => piece.text).join("")).toBe(text);
});

test("offsets count characters, so an emoji before the words does not shift them", () => {
  expect(marked("😡😡 No way!", [mark("No way", 3, 9)])).toEqual(["No way"]);
});

test("the same words at the offsets are meant, not their first place", () => {
  const pieces = segments("no, I said no", [mark("no", 11, 13)]);
  expect(pieces.map((piece) => piece.labels.length)).toEqual([0, 1]);
});

test("wrong offsets fall back to looking for the words, and unknown words mark nothing", () => {
  expect(marked("I want a person", [mark("a person", 0, 8)])).toEqual(["a person"]);
  expect(marked("I want a person", [mark("a robot", 0, 7)])).toEqual([]);
  expect(marked("I want a person", [mark("", 4, 4)])).toEqual([]);
});

test("overlapping quotations share the words that both cover", () => {
  const pieces = segments("a real person", [mark("a real", 0, 6), mark("real person", 2, 13, "Asks")]);
  expect(pieces).toEqual([
    { text: "a ", labels: ["Anger"] },
    { text: "real", labels: ["Anger", "Asks"] },
    { text: " person", labels: ["Asks"] },
  ]);
});

test("evidence is gathered by message across signals", () => {
  const quote = (seq: number) => ({ text: "x", seq, start: 0, end: 1 });
  const signal = (name: string, seqs: number[]) => ({
    name,
    label: name,
    value: 1,
    threshold: 0.5,
    evidence: seqs.map(quote),
  });
  const found = highlightsOf([signal("anger", [2, 4]), signal("asks", [4])]);
  expect(found.get(2)?.length).toBe(1);
  expect(found.get(4)?.map((each) => each.signal)).toEqual(["anger", "asks"]);
});

test("a reason that repeats a quotation leads to it, and leaves the others to stand apart", () => {
  const said = { text: "a real person", seq: 4, start: 0, end: 13 };
  const angry = { text: "ridiculous", seq: 2, start: 0, end: 10 };
  const { pieces, others } = reasonPieces("Asks for “a real person”.", [angry, said]);
  expect(pieces.map((piece) => piece.text).join("")).toBe("Asks for “a real person”.");
  expect(pieces.filter((piece) => piece.quote).map((piece) => piece.text)).toEqual(["a real person"]);
  expect(others).toEqual([angry]);
});
