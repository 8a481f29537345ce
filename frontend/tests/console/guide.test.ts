import { describe, expect, test } from "vitest";
import type { Guide, StepKey } from "../../src/console/api/guide";
import type { KnowledgeImport } from "../../src/console/api/imports";
import { goes, hindrance, joined } from "../../src/console/welcome/knowledge/files";
import { outcome } from "../../src/console/welcome/knowledge/outcome";
import { questionFor, suggestions } from "../../src/console/welcome/questions";
import { after, placeIn, placeToOpen, previous } from "../../src/console/welcome/steps";
import { verdictOf } from "../../src/console/welcome/try/trials";

const KEYS: StepKey[] = ["knowledge", "tone", "try", "embed", "invite"];

function guide(done: StepKey[], place = ""): Guide {
  return { steps: KEYS.map((key) => ({ key, done: done.includes(key), detail: {} })), place, left: false };
}

describe("the place", () => {
  test("who comes back is where they were, else at the first step that is open", () => {
    expect(placeToOpen(guide(["knowledge"], "embed"))).toBe("embed");
    expect(placeToOpen(guide(["knowledge"]))).toBe("tone");
    expect(placeToOpen(guide(KEYS))).toBe("done");
    expect(placeToOpen(guide([], "a step of long ago"))).toBe("knowledge");
  });

  test("an address names a step, the end, or nothing", () => {
    expect(placeIn("/console/welcome/try")).toBe("try");
    expect(placeIn("/console/welcome/done")).toBe("done");
    expect(placeIn("/console/welcome")).toBeNull();
    expect(placeIn("/console/welcome/nowhere")).toBeNull();
  });

  test("each step leads to the next, the last to the end", () => {
    expect(["knowledge", "invite", "done"].map((place) => after(place as StepKey))).toEqual([
      "tone",
      "done",
      "done",
    ]);
    expect(previous("knowledge")).toBeNull();
    expect(previous("tone")).toBe("knowledge");
  });
});

describe("questions to try", () => {
  const ask = (title: string, questions: string[] = [], language = "en") =>
    questionFor({ title, questions, language });

  test("as customers ask, when that is known", () => {
    expect(ask("Returns", ["Can I send it back?"])).toBe("Can I send it back?");
  });

  test("else out of the title", () => {
    expect(ask("Do you ship to Norway?")).toBe("Do you ship to Norway?");
    expect(ask("When do we deliver")).toBe("When do we deliver?");
    expect(ask("How to change your delivery address")).toBe("How do I change my delivery address?");
    expect(ask("Returns and refunds")).toBe("What can you tell me about returns and refunds?");
    expect(ask("EU shipping.")).toBe("What can you tell me about EU shipping?");
    expect(ask("PayPal")).toBe("What can you tell me about PayPal?");
    expect(ask("Wie lange dauert die Lieferung", [], "de")).toBe("Wie lange dauert die Lieferung?");
    expect(ask("Rücksendungen", [], "de")).toBe("What can you tell me about “Rücksendungen”?");
  });

  test("a title that is a whole sentence gives none", () => {
    expect(ask("The assistant clears the routine and people the rest")).toBeNull();
  });

  test("a few, each once, without those that were asked", () => {
    const titles = ["Returns", "Returns", "Delivery", "Warranty", "Gift cards", "Sizes", "Care"];
    const offered = suggestions(
      titles.map((title) => ({ title, questions: [], language: "en" })),
      ["What can you tell me about delivery?"],
    );
    expect(offered).toHaveLength(4);
    expect(offered).not.toContain("What can you tell me about delivery?");
  });
});

describe("files", () => {
  const file = (name: string, size = 10) => ({ name, size });

  test("what cannot go is said before it travels", () => {
    expect(hindrance([file("faq.CSV"), file("a.md"), file("b.txt")])).toBeNull();
    expect(hindrance([file("a.pdf")])).toBeNull();
    expect(hindrance([file("a.docx"), file("b.HTML")])).toBeNull();
    expect(hindrance([file("a.doc")])).toContain("Save it as .docx");
    expect(hindrance([file("a.md", 11_000_000)])).toMatch(/10 MB/);
    expect(hindrance([file("a.xlsx")])).toMatch(/^a\.xlsx is no CSV/);
    expect(hindrance(Array.from({ length: 51 }, (_, at) => file(`${at}.md`)))).toMatch(/50/);
  });

  test("a file of the same name takes the place of the earlier", () => {
    expect(joined([file("a.md", 1), file("b.md")], [file("a.md", 2)])).toEqual([
      file("b.md"),
      file("a.md", 2),
    ]);
  });

  test("one kind at a time, five at once", () => {
    const names = ["a.md", "t.csv", "b.md", "c.md", "d.md", "e.md", "f.txt"];
    expect(goes(names.map((name) => file(name))).map((go) => go.map(({ name }) => name))).toEqual([
      ["t.csv"],
      ["a.md", "b.md", "c.md", "d.md", "e.md"],
      ["f.txt"],
    ]);
    expect(goes([])).toEqual([]);
  });
});

describe("what an import did", () => {
  const imported = (change: Partial<KnowledgeImport>) =>
    outcome({
      state: "done",
      total: 3,
      done: 3,
      created: 0,
      updated: 0,
      unchanged: 0,
      removed: 0,
      review: null,
      ...change,
    });

  test("in words", () => {
    expect(imported({ created: 31, updated: 2, unchanged: 5 })).toBe(
      "31 new articles, 2 updated, 5 as before",
    );
    expect(imported({ created: 1 })).toBe("1 new article");
    expect(imported({ unchanged: 2 })).toBe("2 articles as before");
    expect(imported({})).toBe("No articles found in it");
    expect(imported({ state: "failed" })).toBe("Nothing was imported");
    expect(imported({ state: "waiting" })).toBe("Waiting for its turn");
    expect(imported({ state: "running", total: 25, done: 9 })).toBe("9 of 25 read");
    expect(imported({ state: "running", total: 0 })).toBe("Reading");
    const review = { create: 3, update: 1, same: 9, remove: 0, chosen: 4 };
    expect(imported({ state: "review", review })).toBe("To review: 3 new, 1 changed");
    expect(imported({ state: "applying", total: 4, done: 1 })).toBe("1 of 4 stored");
    expect(imported({ updated: 1, removed: 2 })).toBe("1 article updated, 2 removed");
    expect(imported({ state: "dismissed" })).toBe("Dismissed, nothing was stored");
  });
});

test("a suggestion to a colleague is no answer to the customer", () => {
  const answer = { text: "Within 30 days.", confidence: 0.4, sources: [] };
  const decided = (hand_over: boolean) => ({ hand_over });
  expect(verdictOf({ answer, decision: null })).toBe("answers");
  expect(verdictOf({ answer, decision: decided(true) })).toBe("hands over");
  expect(verdictOf({ answer, decision: decided(false) })).toBe("unsure");
});
