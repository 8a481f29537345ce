import { beforeEach, expect, test } from "vitest";
import type { Identity } from "../../src/console/api/identity";
import type { Right } from "../../src/console/desk/rights";
import SettingsPage from "../../src/console/settings/SettingsPage";
import { fakeApi } from "./api";
import { me } from "./cast";
import { button, click, says, show, type, until } from "./stage";

const api = fakeApi();
const READER: Right[] = ["settings.read"];
const ADMIN: Right[] = ["settings.read", "settings.manage"];
const NONE: Identity = {
  has_secret: false,
  made_at: null,
  old_until: null,
  last_used_at: null,
  enforce: false,
  customers: 0,
};
const SOME: Identity = { ...NONE, has_secret: true, made_at: "2026-01-01T00:00:00Z", customers: 3 };
let identity: Identity;

beforeEach(() => {
  identity = SOME;
  api.on("GET workspace", () => ({ body: { name: "Larkfield Cycles" } }));
  api.on("GET identity", () => ({ body: identity }));
  api.on("PATCH identity", ({ body }) => {
    identity = { ...identity, ...(body as Partial<Identity>) };
    return { body: identity };
  });
  api.on("POST identity/secret", () => ({ status: 201, body: { ...SOME, secret: "idsec_once" } }));
});

const open = (rights = ADMIN) =>
  show(<SettingsPage />, { as: me({ role: "admin", rights }), path: "/console/settings/identity" });

const theSwitch = () => document.querySelector<HTMLInputElement>("input[role=switch]");

test("a secret is made and shown once", async () => {
  identity = NONE;
  await open();
  await until(() => button("Make a secret"));
  expect(theSwitch()?.disabled).toBe(true);
  await click("Make a secret");
  await until(() => says("idsec_once"));
  expect(api.sent("POST identity/secret")).toEqual([{ keep_old: true }]);
  await click("I have kept it");
  expect(says("idsec_once")).toBe(false);
});

test("replacing a stolen secret says what ends with it, and asks first", async () => {
  await open();
  await until(() => button("Somebody else has it"));
  await click("Somebody else has it");
  await until(() => says("3 identified customers have to be identified anew"));
  expect(api.sent("POST identity/secret")).toEqual([]);
  await click("Replace it now");
  await until(() => says("idsec_once"));
  expect(api.sent("POST identity/secret")).toEqual([{ keep_old: false }]);
});

test("enforcing asks first, and warns when no signature was ever seen", async () => {
  await open();
  await until(() => theSwitch());
  theSwitch()?.click();
  await until(() => says("No signature was ever seen here."));
  await click("Enforce it");
  await until(() => theSwitch()?.checked);
  expect(api.sent("PATCH identity")).toEqual([{ enforce: true }]);
});

test("a token that would not count says why", async () => {
  api.on("POST identity/test", () => ({
    body: { ok: false, code: "identity_expired", problem: "The token ran out.", claims: null },
  }));
  await open();
  await until(() => button("Try it"));
  await type("Token", "a.b.c");
  await click("Try it");
  await until(() => says("It would not count. The token ran out."));
});

test("who may not change it sees how it stands and no button", async () => {
  await open(READER);
  await until(() => says("Not used yet"));
  expect(button("Make a new secret")).toBeUndefined();
  expect(says("Try a token")).toBe(false);
  expect(theSwitch()?.disabled).toBe(true);
});
