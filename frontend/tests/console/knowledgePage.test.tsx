import { act } from "react";
import { beforeEach, expect, test } from "vitest";
import type { Article } from "../../src/console/api/articles";
import type { Right } from "../../src/console/desk/rights";
import KnowledgePage from "../../src/console/knowledge/KnowledgePage";
import { fakeApi, wrong } from "./api";
import { me } from "./cast";
import { button, click, field, says, show, type, until } from "./stage";

const api = fakeApi();
const WRITER: Right[] = ["knowledge.read", "knowledge.write"];
const AT = "/console/knowledge/articles";

let made = 0;

/** Each test has an article of its own: what was typed outlives a page. */
function article(change: Partial<Article> = {}): Article {
  return {
    id: `art_${made}`,
    title: "Parking",
    body: "Behind the shop.",
    questions: ["Where can I park?"],
    language: "en",
    tags: ["shop"],
    audience: "everyone",
    valid_from: null,
    valid_until: null,
    state: "valid",
    version: 3,
    updated_at: "2026-01-01T00:00:00Z",
    removed_at: null,
    used: 0,
    helped: 0,
    ...change,
  };
}

const facets = (states: Partial<Record<string, number>> = {}) => ({
  states: { valid: 1, scheduled: 0, expired: 0, removed: 0, ...states },
  languages: [{ value: "en", count: 1 }],
  audiences: [{ value: "everyone", count: 1 }],
  tags: [{ value: "shop", count: 1 }],
});
const list = (...data: Article[]) => ({ body: { data, has_more: false, next_cursor: null } });

const open = (path = "", rights = WRITER) =>
  show(<KnowledgePage />, { as: me({ rights }), path: `${AT}${path}` });
const openArticle = async (rights = WRITER) => {
  await open(`/art_${made}`, rights);
  await until(() => field("Title"));
};
const link = (words: string) =>
  [...document.querySelectorAll("a")].find((each) => each.textContent === words);

beforeEach(() => {
  made += 1;
  api.on("GET articles", list(article()));
  api.on("GET articles/facets", { body: facets() });
  api.on(`GET articles/art_${made}`, { body: article() });
  api.on("POST articles/preview", { body: { html: "<p>Behind the shop.</p>" } });
});

test("the list tells for whom, until when and how an article fares", async () => {
  const past = { state: "expired" as const, valid_until: "2026-01-01T00:00:00Z" };
  api.on("GET articles", list(article({ used: 4, helped: 3, audience: "desk", ...past })));
  await open();
  await until(() => link("Parking"));
  expect(link("Parking")?.getAttribute("href")).toBe(`${AT}/art_${made}`);
  for (const words of ["Agents only", "Ended", "Quoted 4 times", "Where can I park?"])
    expect(says(words)).toBe(true);
});

test("an empty knowledge says how to begin; an empty search does not", async () => {
  api.on("GET articles", list());
  await open();
  await until(() => says("The assistant knows nothing yet"));
  await type("Search articles", "bicycles");
  await until(() => says("No article matches"));
  expect(api.asked.some(({ path }) => path === "articles?search=bicycles")).toBe(true);
  await click("Show all articles");
  await until(() => says("The assistant knows nothing yet"));
  expect(field("Search articles")?.value).toBe("");
});

test("a list that fails says so and tries again", async () => {
  api.on("GET articles", wrong(null, "The database is away.", 500));
  await open();
  await until(() => says("The articles could not be loaded."));
  api.on("GET articles", list(article()));
  await click("Try again");
  await until(() => link("Parking"));
});

test("who may only read gets no way to write, remove or test", async () => {
  await open("", ["knowledge.read"]);
  await until(() => link("Parking"));
  expect([link("New article"), field("A question to test")]).toEqual([undefined, null]);
});

test("an article opened by who may only read cannot be changed", async () => {
  await openArticle(["knowledge.read"]);
  expect(document.querySelector("fieldset")?.disabled).toBe(true);
  expect(button("More about this article")).toBeUndefined();
});

test("a save carries what changed and the version that was seen", async () => {
  api.on(`PATCH articles/art_${made}`, { body: article({ title: "Car park", version: 4 }) });
  await openArticle();
  expect(button("Save")).toBeUndefined();
  await type("Title", "Car park");
  await click("Add a question");
  await click("Save");
  await until(() => says("Saved."));
  expect(api.sent(`PATCH articles/art_${made}`)).toEqual([
    { title: "Car park", questions: ["Where can I park?"], version: 3 },
  ]);
  await until(() => !button("Save"));
});

test("what is wrong is said at its field and nothing typed is lost", async () => {
  api.on(`PATCH articles/art_${made}`, wrong("title", "title: another article has this title.", 409));
  await openArticle();
  await type("Title", "Bicycles");
  await click("Save");
  await until(() => says("Another article has this title."));
  expect(field("Title")?.value).toBe("Bicycles");
});

test("an article without a title or a text is not sent", async () => {
  await openArticle();
  await type("Title", " ");
  await until(() => says("Give the article a title."));
  expect(button("Save")?.disabled).toBe(true);
});

test("somebody else's change is shown before it is written over", async () => {
  const theirs = article({ body: "In front of the shop.", version: 4 });
  api.on(`PATCH articles/art_${made}`, {
    status: 409,
    body: {
      error: {
        type: "x",
        code: "article_changed",
        message: "Sue changed this.",
        param: "version",
        request_id: "r",
      },
    },
  });
  await openArticle();
  await type("Title", "Car park");
  api.on(`GET articles/art_${made}`, { body: theirs });
  await click("Save");
  await until(() => says("Sue changed this."));
  await until(() => document.querySelector("ins")?.textContent?.includes("In front of"));
  expect(field("Title")?.value).toBe("Car park");
  expect(button("Save")?.disabled).toBe(true);
  api.on(`PATCH articles/art_${made}`, { body: { ...theirs, title: "Car park", version: 5 } });
  await click("Go on with mine");
  await until(() => button("Save")?.disabled === false);
  await click("Save");
  await until(() => says("Saved."));
  expect(api.sent(`PATCH articles/art_${made}`).at(-1)).toEqual({ title: "Car park", version: 4 });
});

test("a draft that was left is marked in the list", async () => {
  await openArticle();
  await type("Title", "Car park");
  await act(async () => link("Articles")?.click());
  await until(() => says("Not saved yet"));
  await act(async () => link("Parking")?.click());
  await until(() => field("Title")?.value === "Car park");
  await click("Discard");
  expect(field("Title")?.value).toBe("Parking");
});

test("a removed article can be had back at once", async () => {
  api.on(`DELETE articles/art_${made}`, { status: 204 });
  api.on(`POST articles/art_${made}/restore`, { body: article({ version: 5 }) });
  await openArticle();
  await click("More about this article");
  await click("Remove the article");
  await until(() => says("“Parking” was removed."));
  await click("Undo");
  await until(() => says("“Parking” is back."));
  expect(api.sent(`POST articles/art_${made}/restore`)).toEqual([{}]);
});

test("an article removed earlier is found and brought back", async () => {
  const gone = article({ state: "removed", removed_at: new Date().toISOString() });
  api.on("GET articles", list(gone));
  api.on(`POST articles/art_${made}/restore`, { body: article() });
  await open("?state=removed");
  await click("Bring back Parking");
  await until(() => says("“Parking” is back."));
});

test("a version shows what it changed, and going back to it can be undone", async () => {
  const at = { title: "Parking", cause: "written", author_id: "agt_1", created_at: "2026-01-01T00:00:00Z" };
  const versions = [
    { ...at, number: 3, author: "Sue" },
    { ...at, number: 2, author: "Max" },
  ];
  api.on(`GET articles/art_${made}/versions`, {
    body: { data: versions, has_more: false, next_cursor: null },
  });
  for (const number of [1, 2, 3]) {
    const { questions, language, tags, audience, valid_from, valid_until, title } = article();
    const fields = {
      title,
      questions,
      language,
      tags,
      audience,
      valid_from,
      valid_until,
      body: `Place ${number}.`,
    };
    api.on(`GET articles/art_${made}/versions/${number}`, { body: { ...at, number, author: "Max", fields } });
  }
  api.on(`POST articles/art_${made}/restore`, { body: article({ version: 4 }) });
  await openArticle();
  await click("Versions");
  await until(() => document.querySelector("ins")?.textContent?.includes("3."));
  expect(button("Go back to this version")).toBeUndefined();
  const older = await until(() =>
    [...document.querySelectorAll("button")].find((each) => each.textContent?.includes("Max")),
  );
  await act(async () => older.click());
  await until(() => document.querySelector("ins")?.textContent?.includes("2."));
  await click("Go back to this version");
  await until(() => says("The article is as in version 2 again."));
  await click("Undo");
  await until(() => api.sent(`POST articles/art_${made}/restore`).length === 2);
  expect(api.sent(`POST articles/art_${made}/restore`)).toEqual([{ version: 2 }, { version: 3 }]);
});

test("a new article is written and opened", async () => {
  api.on("POST articles", { status: 201, body: article() });
  await open("/new");
  await type("Title", "Parking");
  await until(() => says("Write what the assistant may say."));
  await type("Text", "Behind the shop.");
  await click("Save");
  await until(() => field("Title")?.value === "Parking" && says("Version 3"));
  expect(api.sent("POST articles")).toMatchObject([
    { title: "Parking", body: "Behind the shop.", language: "en", questions: [] },
  ]);
});

test("a question is tested where one writes", async () => {
  const answer = { text: "Behind the shop.", confidence: 0.9, sources: [] };
  api.on("POST assistant/preview", { body: { answer, signals: [], decision: null } });
  await openArticle();
  await click("Test");
  await click("Where can I park?");
  await until(() => says("The assistant answers"));
  expect(api.sent("POST assistant/preview")).toEqual([{ question: "Where can I park?" }]);
});

test("an article that is gone leads to the removed ones", async () => {
  await open("/art_gone");
  await until(() => link("Look among the removed"));
});
