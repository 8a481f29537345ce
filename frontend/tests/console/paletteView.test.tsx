import { expect, test, vi } from "vitest";
import Palette from "../../src/console/shell/palette/Palette";
import { me, row } from "./cast";
import { show, type, until } from "./stage";

test("what the server finds stands below the places, with the words that were found", async () => {
  const found = {
    where: "message",
    seq: 3,
    author: "Carol",
    at: null,
    parts: [{ text: "a cracked rim", hit: true }],
  };
  const body = { conversations: [{ ...row("conv_1"), found }], customers: [], articles: [] };
  vi.stubGlobal("fetch", async () => new Response(JSON.stringify(body)));
  await show(<Palette />, { as: me(), path: "/console/inbox/waiting" });
  await type("Go anywhere, find anything", "rim");
  await until(() => document.body.textContent?.includes("a cracked rim"));
  expect(document.querySelector("[role=option]")?.textContent).toContain("Carol");
  vi.unstubAllGlobals();
});
