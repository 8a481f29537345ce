import { act } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { Rail } from "../../src/console/shell/Rail";
import { fakeApi } from "./api";
import { me } from "./cast";
import { click, show, until } from "./stage";

const api = fakeApi();
const WORDS = { "baton.draft.conv_1": "Dear Carol", "baton.draft.agreed.conv_1": "{}" };
const STAYS = { "baton.theme": "dark", "baton.unsent.agent_1.x": "{}", "other.draft.x": "1" };

afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
  sessionStorage.clear();
});

test("every page has the way out, and who takes it leaves no words but what the server never got", async () => {
  const posted: string[] = [];
  vi.spyOn(HTMLFormElement.prototype, "submit").mockImplementation(function (this: HTMLFormElement) {
    posted.push(`${this.method} ${new URL(this.action).pathname}`);
  });
  for (const [key, value] of Object.entries({ ...WORDS, ...STAYS })) localStorage.setItem(key, value);
  sessionStorage.setItem("baton.recent", "conv_1 conv_2");
  api.on("GET conversations/counts", { body: { waiting: 0 } });
  await show(<Rail />, { as: me({ rights: ["conversations.read", "account"] }), path: "/console/inbox" });

  const menu = await until(() => document.querySelector<HTMLElement>("[data-tour=account]"));
  await click(menu.getAttribute("aria-label") ?? "");
  const out = await until(() =>
    [...document.querySelectorAll<HTMLElement>("[role=menuitem]")].find(
      (one) => one.textContent === "Sign out",
    ),
  );
  await act(async () => out.click());

  expect(posted).toEqual(["post /sign-out/"]);
  expect(Object.keys(localStorage).filter((key) => key in WORDS)).toEqual([]);
  expect(Object.keys(STAYS).filter((key) => localStorage.getItem(key) === null)).toEqual([]);
  expect(sessionStorage.length).toBe(0);
});
