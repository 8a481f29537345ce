import { beforeEach, expect, test } from "vitest";
import type { Guide, StepKey } from "../../src/console/api/guide";
import type { KnowledgeImport } from "../../src/console/api/imports";
import type { Right } from "../../src/console/desk/rights";
import { trials } from "../../src/console/welcome/try/trials";
import WelcomePage from "../../src/console/welcome/WelcomePage";
import { fakeApi, wrong } from "./api";
import { me } from "./cast";
import { button, click, field, says, show, type, until } from "./stage";

const api = fakeApi();
const OWNER: Right[] = ["settings.read", "settings.manage", "people.manage", "knowledge.write"];
const KEYS: StepKey[] = ["knowledge", "tone", "try", "embed", "invite"];
let guide: Guide;
let imports: KnowledgeImport[];
let titles: string[];

const imported = (change: Partial<KnowledgeImport>): KnowledgeImport => ({
  id: "imp_1",
  source: "paste",
  name: "Pasted text",
  state: "waiting",
  total: 0,
  done: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  removed: 0,
  review: null,
  requested_by: "Alice Example",
  problems: [],
  created_at: "2026-11-22T08:00:00Z",
  ...change,
});

function finish(key: StepKey): void {
  guide = { ...guide, steps: guide.steps.map((step) => (step.key === key ? { ...step, done: true } : step)) };
}

beforeEach(() => {
  trials.set([]);
  guide = { steps: KEYS.map((key) => ({ key, done: false, detail: {} })), place: "", left: false };
  imports = [];
  titles = [];
  api.on("GET guide", () => ({ body: guide }));
  api.on("PATCH guide", ({ body }) => {
    guide = { ...guide, ...(body as Partial<Guide>) };
    return { body: guide };
  });
  api.on("GET knowledge_imports", () => ({ body: { data: imports } }));
  api.on("GET articles", () => ({
    body: {
      data: titles.map((title) => ({ id: `art_${title}`, title, questions: [], language: "en" })),
      has_more: false,
      next_cursor: null,
    },
  }));
});

const open = (path = "/console/welcome") =>
  show(<WelcomePage />, { as: me({ role: "owner", rights: OWNER }), path });

const submit = (label: string) => until(() => field(label)).then((found) => found.form?.requestSubmit());

test("the first visit begins at the first step, and the place is kept", async () => {
  await open();
  await until(() => says("Bring in what your company knows"));
  await click("Skip for later");
  await until(() => says("Choose how the assistant sounds"));
  await until(() => guide.place === "tone");
});

test("who comes back is where they left", async () => {
  guide.place = "try";
  await open();
  await until(() => says("Ask it three questions"));
});

test("pasted text becomes articles before the reader's eyes, with its problems by line", async () => {
  api.on("POST knowledge_imports", () => {
    imports = [imported({ state: "running", total: 2, done: 1 })];
    return { status: 201, body: imports[0] };
  });
  await open("/console/welcome/knowledge");
  await type("Text to import", "# Returns\nWithin 30 days.\n# Empty");
  await submit("Text to import");
  await until(() => says("1 of 2 read"));
  expect(api.sent("POST knowledge_imports")).toEqual([
    { source: "paste", text: "# Returns\nWithin 30 days.\n# Empty", apply: true },
  ]);
  const problems = [{ where: "line 3", message: "There is no text below the title." }];
  imports = [imported({ state: "done", total: 2, done: 2, created: 1, problems })];
  titles = ["Returns"];
  finish("knowledge");
  await until(() => says("1 new article"));
  expect(says("There is no text below the title.")).toBe(true);
  await until(() => button("Continue"));
  await until(() => says("What the assistant knows now"));
});

test("an address that may not be asked is said at its field", async () => {
  api.on("POST knowledge_imports", wrong("url", "url: localhost is not on the public internet."));
  await open("/console/welcome/knowledge");
  await type("Web address", "localhost");
  await submit("Web address");
  await until(() => says("Localhost is not on the public internet."));
  expect(api.sent("POST knowledge_imports")).toEqual([
    { source: "web", url: "https://localhost", pages: 10, apply: true },
  ]);
});

test("a suggested question is answered in place, with its source", async () => {
  titles = ["Returns"];
  api.on("POST assistant/preview", {
    body: {
      answer: {
        text: "Within 30 days.",
        confidence: 0.87,
        sources: [{ article_id: "art_1", title: "Returns policy", passage: "Within 30 days of delivery." }],
      },
      signals: [],
      decision: null,
    },
  });
  await open("/console/welcome/try");
  await click("What can you tell me about returns?");
  await until(() => says("The assistant answers"));
  expect(says("Within 30 days.")).toBe(true);
  expect(says("Returns policy")).toBe(true);
  expect(says("1 of 3 asked")).toBe(true);
});

test("where a person would take over, the reason is told instead of an answer", async () => {
  titles = ["Returns"];
  api.on("POST assistant/preview", {
    body: {
      answer: null,
      signals: [],
      decision: { hand_over: true, rule: "Asked", reason: "The customer asks for a person." },
    },
  });
  await open("/console/welcome/try");
  await type("Your question", "A human please");
  await submit("Your question");
  await until(() => says("A person would take over"));
  expect(says("The customer asks for a person.")).toBe(true);
});

test("the end names what is open, and puts the guide away on the way to the inbox", async () => {
  for (const key of KEYS.slice(0, 4)) finish(key);
  await open("/console/welcome/done");
  await until(() => says("Good for today"));
  expect(says("Invite your team")).toBe(true);
  await click("Go to the inbox");
  await until(() => guide.left);
});

test("on the first way through nothing waits for a review, also what comes second", async () => {
  titles = ["Holidays"];
  api.on("POST knowledge_imports", { body: imported({ state: "done", created: 1 }) });
  await open("/console/welcome/knowledge");
  await until(() => says("Holidays"));
  await type("Text to import", "# Payment\nBy card.");
  await click("Import text");
  await until(() => api.sent("POST knowledge_imports").length === 1);
  expect(api.sent("POST knowledge_imports")[0]).toMatchObject({ apply: true });
});

test("all done is said with calm", async () => {
  for (const key of KEYS) finish(key);
  await open("/console/welcome/done");
  await until(() => says("Baton is ready"));
});
