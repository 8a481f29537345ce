import { act } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import AccountPage from "../../src/console/account/AccountPage";
import type { Account, SessionEntry } from "../../src/console/api/account";
import { fakeApi, wrong } from "./api";
import { me } from "./cast";
import { button, click, field, says, show, type, until } from "./stage";

const api = fakeApi();
const AT = "2026-11-22T08:00:00Z";
const HERE: SessionEntry = {
  id: "ses_1",
  current: true,
  address: "203.0.113.5",
  browser: "Firefox on Linux",
  created_at: AT,
  seen_at: AT,
};
const PHONE = { ...HERE, id: "ses_2", current: false, browser: "Safari on iPhone" };
let account: Account;
let sessions: SessionEntry[];

beforeEach(() => {
  account = {
    id: "agt_maya",
    name: "Maya Okafor",
    email: "maya@example.com",
    role: "agent",
    languages: ["en"],
    language: "",
    tour_due: false,
    has_password: true,
    totp: { on: false, recovery_codes_left: 0, required: false },
  };
  sessions = [HERE, PHONE];
  api.on("GET account", () => ({ body: account }));
  api.on("GET account/sessions", () => ({ body: { data: sessions } }));
  api.on("POST account/totp", { body: { secret: "JBSWY3DP", uri: "otpauth://totp/x", svg: "<svg/>" } });
  api.on("PUT account/totp", () => {
    account = { ...account, totp: { ...account.totp, on: true, recovery_codes_left: 10 } };
    return { body: { recovery_codes: ["aaaa-1111", "bbbb-2222"] } };
  });
});

const open = () => show(<AccountPage />, { as: me(), path: "/console/account" });

test("a name is saved, and shows beside the rail at once", async () => {
  api.on("PATCH account", ({ body }) => {
    account = { ...account, ...(body as Partial<Account>) };
    return { body: account };
  });
  const desk = await open();
  await type("Name", "Maya O.");
  await click("Save");
  await until(() => desk.me.get().name === "Maya O.");
  expect(api.sent("PATCH account")).toEqual([{ name: "Maya O." }]);
});

test("another language is another load, which what was typed elsewhere outlives", async () => {
  api.on("PATCH account", ({ body }) => {
    account = { ...account, ...(body as Partial<Account>) };
    return { body: account };
  });
  const reload = vi.spyOn(window.location, "reload").mockReturnValue();
  await open();
  await type("Name", "Maya O.");
  await act(async () => {
    const choice = document.querySelector<HTMLSelectElement>("#language");
    if (choice) choice.value = "de";
    choice?.dispatchEvent(new Event("change", { bubbles: true }));
  });
  await click("Save");
  await until(() => reload.mock.calls.length === 1);
  expect(api.sent("PATCH account")).toEqual([{ name: "Maya O.", language: "de" }]);
  vi.resetModules();
  const { carryDrafts } = await import("../../src/console/ui/drafts");
  expect(window.sessionStorage.getItem("baton.drafts")).toBe(null);
  carryDrafts();
  expect(JSON.parse(window.sessionStorage.getItem("baton.drafts") ?? "")).toContainEqual(["account", {}]);
  reload.mockRestore();
});

test("a wrong present password is said at its field", async () => {
  api.on("POST account/password", wrong("current", "current: This is not your password."));
  await open();
  await click("Change password");
  await type("Present password", "guess");
  await type("New password", "three green hedgehogs");
  await act(async () => field("New password")?.form?.requestSubmit());
  await until(() => says("This is not your password."));
  expect(field("Present password")?.getAttribute("aria-invalid")).toBe("true");
});

test("the recovery codes stay until they are kept, whatever the line does meanwhile", async () => {
  const desk = await open();
  await click("Set up a second factor");
  await until(() => says("JBSW Y3DP"));
  await type("Code from the app", "123 456");
  await click("Turn on");
  await until(() => says("aaaa-1111"));
  expect(api.sent("PUT account/totp")).toEqual([{ code: "123456" }]);
  expect(button("Done")?.disabled).toBe(true);
  await act(async () => desk.me.change((known) => ({ ...known, name: "Maya" })));
  await until(() => says("bbbb-2222"));
  await act(async () => field("I have kept them")?.click());
  await click("Done");
  await until(() => says("10 recovery codes are left."));
});

test("a wrong code is said, and another can be typed", async () => {
  api.on("PUT account/totp", wrong("code", "code: This code is not right."));
  await open();
  await click("Set up a second factor");
  await until(() => button("Turn on")?.disabled === false);
  await type("Code from the app", "000000");
  await click("Turn on");
  await until(() => says("This code is not right."));
  expect(field("Code from the app")?.value).toBe("");
});

test("where the company asks for it, it comes before all else and cannot be left out", async () => {
  account.totp.required = true;
  await open();
  await until(() => says("One step before you go on"));
  expect(says("Profile")).toBe(false);
  expect(button("Cancel")).toBeUndefined();
});

test("turning it off asks for the password", async () => {
  account.totp = { on: true, recovery_codes_left: 2, required: false };
  api.on("DELETE account/totp", () => {
    account = { ...account, totp: { on: false, recovery_codes_left: 0, required: false } };
    return { status: 204 };
  });
  await open();
  await until(() => says("Make new ones, so that a lost phone does not lock you out."));
  await click("Turn off");
  await type("Your password", "larkfield");
  await act(async () => field("Your password")?.form?.requestSubmit());
  await until(() => button("Set up a second factor"));
  expect(api.sent("DELETE account/totp")).toEqual([{ password: "larkfield" }]);
});

test("another session is ended alone, this one never", async () => {
  api.on("DELETE account/sessions/ses_2", () => {
    sessions = [HERE];
    return { status: 204 };
  });
  await open();
  await until(() => says("This one"));
  expect(button("Sign out Firefox on Linux at 203.0.113.5")).toBeUndefined();
  await click("Sign out Safari on iPhone at 203.0.113.5");
  await until(() => !says("Safari on iPhone"));
  expect(button("Sign out all others")).toBeUndefined();
});
