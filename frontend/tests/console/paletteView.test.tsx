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

test("a colleague is found by name, and a rule by what it is about", async () => {
  const answers: Record<string, unknown> = {
    "/api/v1/people": { data: [{ id: "agt_1", name: "Priya Nair", email: "priya@example.com" }] },
    "/api/v1/rules": { document: { rules: [{ name: "anger", label: "Somebody is angry", reason: "" }] } },
  };
  vi.stubGlobal("fetch", async (url: string) => {
    const body = answers[url.split("?")[0] ?? ""] ?? { conversations: [], customers: [], articles: [] };
    return new Response(JSON.stringify(body));
  });
  const as = me({ rights: [...me().rights, "rules.read"] });
  await show(<Palette />, { as, path: "/console/inbox/waiting" });
  await type("Go anywhere, find anything", "priya");
  await until(() => document.body.textContent?.includes("priya@example.com"));
  await type("Go anywhere, find anything", "angry");
  await until(() => document.body.textContent?.includes("Somebody is angry"));
  vi.unstubAllGlobals();
});
