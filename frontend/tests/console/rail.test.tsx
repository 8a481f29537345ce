/** The rail says the pages' names where there is room, or where the reader wants them. */

import { act } from "react";
import { expect, test } from "vitest";
import { Rail } from "../../src/console/shell/Rail";
import { fakeApi } from "./api";
import { me } from "./cast";
import { show, until } from "./stage";

fakeApi();

const named = () => document.documentElement.hasAttribute("data-rail-names");
const press = (name: string) =>
  act(() => document.querySelector<HTMLElement>(`[aria-label="${name}"]`)?.click());

test("the choice holds, whatever room there is", async () => {
  await show(<Rail />, { as: me(), path: "/console/inbox/waiting" });
  expect(named()).toBe(false);
  press("Show the pages' names");
  await until(named);
  expect(window.localStorage.getItem("baton.rail")).toBe("names");
  press("Icons only");
  await until(() => !named());
  expect(window.localStorage.getItem("baton.rail")).toBe("icons");
});
