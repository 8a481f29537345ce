import { expect, test } from "vitest";
import type { GuideStep } from "../../src/console/api/guides";
import {
  addAnswer,
  firstSteps,
  freshId,
  leadToNew,
  moveAnswer,
  outline,
  put,
  putAnswer,
  removeAnswer,
  removeStep,
  titleOf,
  turn,
  walk,
} from "../../src/console/skills/guides/guideForm";

const answer = (label: string, to = "") => ({ label, also: [], to });
const STEPS: GuideStep[] = [
  { id: "s1", kind: "question", says: "Which one?", answers: [answer("Front", "s2"), answer("Rear", "s3")] },
  { id: "s2", kind: "question", says: "Wet?", answers: [answer("Yes", "s4"), answer("No", "s3")] },
  { id: "s3", kind: "person", says: "A mechanic looks.", answers: [] },
  { id: "s4", kind: "solved", says: "Only water.", answers: [] },
];

test("a guide begins with a question that has a yes and a no", () => {
  const [first] = firstSteps();
  expect(first?.kind).toBe("question");
  expect(first?.answers.map(({ label }) => label)).toEqual(["Yes", "No"]);
});

test("a step stands in the outline where it is reached first, in the order of reading", () => {
  const { root, loose, numbers } = outline(STEPS);
  expect([...numbers]).toEqual([
    ["s1", 1],
    ["s2", 2],
    ["s4", 3],
    ["s3", 4],
  ]);
  expect(root?.below[0]?.below.map((branch) => branch?.step.id)).toEqual(["s4", "s3"]);
  expect(root?.below[1]).toBeNull();
  expect(loose).toEqual([]);
});

test("a step that nothing leads to is not lost", () => {
  const cut = putAnswer(STEPS, "s2", 0, { to: "" });
  expect(outline(cut).loose.map(({ step }) => step.id)).toEqual(["s4"]);
});

test("a loop does not hang the outline", () => {
  const round = putAnswer(STEPS, "s2", 0, { to: "s1" });
  expect(outline(round).root?.below[0]?.below[0]).toBeNull();
});

test("an answer leads to a new step with an id of its own", () => {
  const more = leadToNew(STEPS, "s2", 1, "question");
  expect(more.at(-1)).toMatchObject({ id: "s5", kind: "question" });
  expect(more[1]?.answers[1]?.to).toBe("s5");
  expect(freshId([{ ...STEPS[0], id: "s2" } as GuideStep])).toBe("s3");
});

test("answers are added, moved and removed", () => {
  const added = addAnswer(STEPS, "s1", 1);
  expect(added[0]?.answers.map(({ label }) => label)).toEqual(["Front", "", "Rear"]);
  expect(moveAnswer(STEPS, "s1", 1, -1)[0]?.answers.map(({ label }) => label)).toEqual(["Rear", "Front"]);
  expect(removeAnswer(STEPS, "s1", 0)[0]?.answers.map(({ label }) => label)).toEqual(["Rear"]);
});

test("what led to a step that goes leads nowhere", () => {
  const less = removeStep(STEPS, "s3");
  expect(less.map(({ id }) => id)).toEqual(["s1", "s2", "s4"]);
  expect(less[0]?.answers[1]?.to).toBe("");
});

test("an end has no answers, and a question gets two", () => {
  expect(turn(STEPS, "s2", "solved")[1]?.answers).toEqual([]);
  expect(turn(STEPS, "s4", "question")[3]?.answers).toHaveLength(2);
});

test("it is walked as a customer would", () => {
  expect(walk(STEPS, [])?.id).toBe("s1");
  expect(walk(STEPS, [0, 0])?.id).toBe("s4");
  expect(walk(putAnswer(STEPS, "s1", 1, { to: "" }), [1])).toBeNull();
});

test("a step without words is named all the same", () => {
  expect(titleOf(put(STEPS, "s1", { says: " " })[0] as GuideStep, 1)).toBe("1. (nothing said yet)");
});
