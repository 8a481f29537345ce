import { expect, test } from "vitest";
import { EMPTY, loadDraft, type Shelf, saveDraft } from "../../src/console/inbox/drafts";

function shelf(): Shelf & { kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

test("reply and note of a conversation come back, each conversation its own", () => {
  const place = shelf();
  saveDraft(place, "conv_1", { mode: "note", reply: "Dear", note: "Mind" });
  expect(loadDraft(place, "conv_1")).toEqual({ mode: "note", reply: "Dear", note: "Mind" });
  expect(loadDraft(place, "conv_2")).toEqual(EMPTY);
});

test("an empty draft leaves nothing behind", () => {
  const place = shelf();
  saveDraft(place, "conv_1", { mode: "reply", reply: "Dear", note: "" });
  saveDraft(place, "conv_1", { mode: "reply", reply: "", note: "" });
  expect(place.kept.size).toBe(0);
});

test("what cannot be read counts as no draft", () => {
  const place = shelf();
  place.kept.set("baton.draft.conv_1", "{broken");
  place.kept.set("baton.draft.conv_2", '{"mode":"shout","reply":1}');
  expect(loadDraft(place, "conv_1")).toEqual(EMPTY);
  expect(loadDraft(place, "conv_2")).toEqual(EMPTY);
});

test("a full disk does not stop the writer", () => {
  const full: Shelf = {
    ...shelf(),
    setItem: () => {
      throw new DOMException("full", "QuotaExceededError");
    },
  };
  expect(() => saveDraft(full, "conv_1", { mode: "reply", reply: "Dear", note: "" })).not.toThrow();
});
