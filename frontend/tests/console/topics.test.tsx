import { beforeEach, expect, test } from "vitest";
import type { Topic } from "../../src/console/api/topics";
import type { Right } from "../../src/console/desk/rights";
import { AddTopic, TopicsPart } from "../../src/console/knowledge/topics/TopicsPart";
import { examplesOf, hindrance, standing, withLine } from "../../src/console/knowledge/topics/topicForm";
import { fakeApi, wrong } from "./api";
import { me } from "./cast";
import { button, click, field, says, show, type, until } from "./stage";

const api = fakeApi();
const ADMIN: Right[] = ["knowledge.read", "knowledge.write", "settings.manage"];
let topics: Topic[];

const topic = (change: Partial<Topic> = {}): Topic => ({
  id: "int_1",
  name: "Refunds",
  description: "",
  examples: ["Refund me", "I want my money back", "Please refund this"],
  mode: "supervised",
  tag: "refund",
  team: "",
  ready: true,
  updated_at: "2026-11-22T08:00:00Z",
  ...change,
});

beforeEach(() => {
  topics = [topic()];
  api.on("GET topics", () => ({ body: { data: topics } }));
  api.on("GET topics/int_1/suggestions", {
    body: { data: [{ text: "give me my cash back", nearness: 0.6 }] },
  });
});

const open = (rights = ADMIN) =>
  show(
    <>
      <AddTopic />
      <TopicsPart />
    </>,
    { as: me({ rights }), path: "/console/knowledge/topics" },
  );

test("a topic tells its examples and how the assistant acts in it", async () => {
  await open();
  await until(() => says("Refunds"));
  for (const words of ["3 examples", "Supervised", "I want my money back"]) expect(says(words)).toBe(true);
});

test("a new topic goes with its examples, a line each", async () => {
  api.on("POST topics", ({ body }) => {
    topics = [...topics, topic({ id: "int_2", ...(body as Partial<Topic>) })];
    return { status: 201, body: topics[1] };
  });
  await open();
  await click("Add a topic");
  await type("Name", "Parcels");
  await type("Examples", "Where is it?\n\nwhere is it?\nMy parcel is late");
  await click("Add the topic");
  await until(() => says("1 more example needed"));
  expect(api.sent("POST topics")).toEqual([
    {
      name: "Parcels",
      description: "",
      mode: "",
      tag: "",
      team: "",
      examples: ["Where is it?", "My parcel is late"],
    },
  ]);
});

test("what customers wrote can be taken as an example", async () => {
  api.on("PATCH topics/int_1", { body: topic() });
  await open();
  await click("Refunds");
  await click("Take “give me my cash back” as an example");
  await until(() => !button("Take “give me my cash back” as an example"));
  await click("Save");
  await until(() => api.sent("PATCH topics/int_1").length > 0);
  expect(api.sent("PATCH topics/int_1")[0]).toMatchObject({
    examples: [...topic().examples, "give me my cash back"],
  });
});

test("a name that is taken is said at its field", async () => {
  api.on("POST topics", wrong("name", "name: another topic has this name.", 409));
  await open();
  await click("Add a topic");
  await type("Name", "Refunds");
  await click("Add the topic");
  await until(() => says("Another topic has this name."));
});

test("only admins choose how the assistant acts", async () => {
  await open(["knowledge.read", "knowledge.write"]);
  await click("Refunds");
  await until(() => field("How the assistant acts in it"));
  expect(field("How the assistant acts in it")?.disabled).toBe(true);
  expect(button("Remove")).toBeUndefined();
});

test("a line is tried", async () => {
  api.on("POST topics/try", { body: { topic: { id: "int_1", name: "Refunds", mode: "" } } });
  await open();
  await type("Try what a customer might write", "money back please");
  await click("Try");
  await until(() => says("Its topic is Refunds."));
});

test("examples are kept once, and counted in words", () => {
  expect(examplesOf(" a  b \n\nA b\nc")).toEqual(["a b", "c"]);
  expect([0, 1, 2, 3].map(standing)).toEqual([
    "No examples yet; 3 are needed",
    "2 more examples needed",
    "1 more example needed",
    "3 examples",
  ]);
  expect(withLine("", "x")).toBe("x");
  expect(withLine("a\n", "x")).toBe("a\nx");
  const draft = { name: "x", description: "", mode: "" as const, tag: "", team: "", lines: "y".repeat(301) };
  expect(hindrance(draft)).toMatch(/longer than 300/);
  expect(hindrance({ ...draft, lines: "short" })).toBeNull();
});
