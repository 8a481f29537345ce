import { act } from "react";
import { beforeEach, expect, test } from "vitest";
import type { Token } from "../../src/console/api/tokens";
import TokensPage from "../../src/console/tokens/TokensPage";
import { fakeApi } from "./api";
import { me } from "./cast";
import { button, click, field, says, show, type, until } from "./stage";

const api = fakeApi();
const SCOPES = [
  { name: "customers:read", text: "Read customers" },
  { name: "customers:write", text: "Change customers" },
  { name: "rules:read", text: "Read rules" },
];
let tokens: Token[];

beforeEach(() => {
  tokens = [];
  api.on("GET tokens", () => ({ body: { data: tokens, scopes: SCOPES } }));
  api.on("POST tokens", ({ body }) => {
    const { name, scopes, expires_at } = body as Pick<Token, "name" | "scopes" | "expires_at">;
    const made = { id: "tok_1", ending: "x4Fa", created_at: "2026-11-22T08:00:00Z", created_by: null };
    const token = { ...made, name, scopes, expires_at, last_used_at: null };
    tokens = [token];
    return { status: 201, body: { ...token, secret: "baton_secret_x4Fa" } };
  });
});

const open = (query = "") =>
  show(<TokensPage />, { as: me({ rights: ["tokens.manage"] }), path: `/console/tokens${query}` });
const submit = () => act(async () => field("Name")?.form?.requestSubmit());

test("without any, the page says what they are for", async () => {
  await open();
  await until(() => says("Give each program its own, with only the scopes that it needs"));
});

test("the secret is shown once, with a request that the token may make", async () => {
  await open();
  await until(() => says("No tokens yet"));
  await click("Create token");
  await type("Name", "Order sync");
  await submit();
  await until(() => says("Choose at least one."));
  expect(api.sent("POST tokens")).toEqual([]);
  await act(async () => field("Read customers")?.click());
  await submit();
  await until(() => says("baton_secret_x4Fa"));
  expect(says("/api/v1/customers")).toBe(true);
  await click("I have kept it");
  await until(() => button("Revoke Order sync"));
  expect(says("baton_secret_x4Fa")).toBe(false);
});

test("all that only read are chosen at once", async () => {
  await open();
  await until(() => says("No tokens yet"));
  await click("Create token");
  await type("Name", "Reports");
  await click("All that only read");
  await until(() => says("2 of 3 chosen"));
  await submit();
  await until(() => api.sent("POST tokens").length === 1);
  expect(api.sent("POST tokens")[0]).toMatchObject({ scopes: ["customers:read", "rules:read"] });
});

test("a guide's link has the scopes ticked that its program needs", async () => {
  await open("?scopes=rules:read,nothing:read");
  await until(() => says("1 of 3 chosen"));
  expect(field("Read rules")?.checked).toBe(true);
  await click("Cancel");
  await click("Create token");
  await until(() => says("0 of 3 chosen"));
});

test("a scope's name ticks it too", async () => {
  await open();
  await until(() => says("No tokens yet"));
  await click("Create token");
  await until(() => says("0 of 3 chosen"));
  const name = [...document.querySelectorAll("code")].find((one) => one.textContent === "rules:read");
  await act(async () => name?.click());
  expect(field("Read rules")?.checked).toBe(true);
});

test("a row says what its token opens, and when nothing ever used it", async () => {
  const token = { name: "Order sync", scopes: ["customers:read", "rules:read"], expires_at: null };
  await api.fetch("/api/v1/tokens", { method: "POST", body: JSON.stringify(token) });
  tokens = tokens.map((one) => ({ ...one, created_at: "2026-01-01T08:00:00Z" }));
  await open();
  await until(() => says("Customers: read") && says("Rules: read"));
  expect(says("If nothing needs it, revoke it.")).toBe(true);
});

test("before one is revoked it is said what stops", async () => {
  const token = { name: "Order sync", scopes: ["customers:read"], expires_at: null };
  await api.fetch("/api/v1/tokens", { method: "POST", body: JSON.stringify(token) });
  api.on("DELETE tokens/tok_1", () => {
    tokens = [];
    return { status: 204 };
  });
  await open();
  await click("Revoke Order sync");
  await until(() => says("x4Fa stops working at once"));
  await click("Revoke");
  await until(() => says("No tokens yet"));
});
