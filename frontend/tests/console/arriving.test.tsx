import { expect, test } from "vitest";
import { dialogOpen } from "../../src/console/inbox/useInboxKeys";

test("what is typed while a field is on its way is no command", () => {
  expect(dialogOpen()).toBe(false);
  document.body.innerHTML = "<div data-arriving></div>";
  expect(dialogOpen()).toBe(true);
  document.body.innerHTML = "";
  expect(dialogOpen()).toBe(false);
});
