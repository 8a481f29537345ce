import { expect, test } from "vitest";
import { forgetWords } from "../../src/console/shell/leaving";

test("who signs out leaves settings and what the server never got, and no other words", () => {
  const words = { "baton.draft.conv_1": "Dear Carol", "baton.draft.agreed.conv_1": "{}" };
  const stays = { "baton.theme": "dark", "baton.unsent.agent_1.x": "{}", "other.draft.x": "1" };
  for (const [key, value] of Object.entries({ ...words, ...stays })) localStorage.setItem(key, value);
  sessionStorage.setItem("baton.recent", "conv_1 conv_2");
  sessionStorage.setItem("baton.drafts", "[]");

  forgetWords(localStorage, sessionStorage);

  expect(Object.keys(localStorage).sort()).toEqual(Object.keys(stays).sort());
  expect(sessionStorage.length).toBe(0);
  localStorage.clear();
});
