import { beforeEach, expect, test } from "vitest";
import type { BusinessRecord } from "../../../src/console/api/records";
import type { Right } from "../../../src/console/desk/rights";
import RecordsPage from "../../../src/console/records/RecordsPage";
import { fakeApi, wrong } from "../api";
import { me } from "../cast";
import { button, click, field, says, show, type, until } from "../stage";

const api = fakeApi();
const WRITER: Right[] = ["records.read", "records.write"];
const PERSON: BusinessRecord = {
  id: "per_1",
  email: "ann@example.org",
  name: "Ann",
  phone: "",
  address: { town: "Hartsbridge" },
  attributes: { plan: "pro" },
  updated_at: "2026-11-22T08:00:00Z",
};

beforeEach(() => {
  const count = (kind: string) => ({ kind, count: 1, from_connector: kind === "persons" });
  api.on("GET records", { body: { data: ["orders", "products", "persons", "tickets"].map(count) } });
  api.on("GET persons", { body: { data: [PERSON], has_more: false, next_cursor: null } });
  api.on("GET persons/per_1", { body: PERSON });
});

const open = (path: string, rights = WRITER) =>
  show(<RecordsPage />, { as: me({ rights }), path: `/console/records/${path}` });

test("a list leads to each record, and says when the connector stands in its place", async () => {
  await open("persons");
  await until(() => says("ann@example.org"));
  expect(document.querySelector("tbody a")?.getAttribute("href")).toBe("/console/records/persons/per_1");
  expect(says("come from your own system now")).toBe(true);
});

test("only what was changed is saved", async () => {
  api.on("PATCH persons/per_1", { body: { ...PERSON, name: "Anna" } });
  await open("persons/per_1");
  await until(() => field("Name"));
  expect(button("Save")?.hasAttribute("disabled")).toBe(true);
  await type("Name", "Anna");
  await click("Save");
  await until(() => api.sent("PATCH persons/per_1").length === 1);
  expect(api.sent("PATCH persons/per_1")).toEqual([{ name: "Anna" }]);
});

test("what is wrong is told at its field", async () => {
  api.on("PATCH persons/per_1", wrong("phone", "phone: A phone number is written with its country."));
  await open("persons/per_1");
  await until(() => field("Phone"));
  await type("Phone", "0123");
  await click("Save");
  await until(() => says("A phone number is written with its country."));
});

test("removing asks first", async () => {
  api.on("DELETE persons/per_1", {});
  await open("persons/per_1");
  await until(() => button("Remove") !== undefined);
  await click("Remove");
  await until(() => says("This cannot be undone."));
  expect(api.sent("DELETE persons/per_1")).toHaveLength(0);
});

test("who may only read is offered nothing to write with", async () => {
  await open("persons/per_1", ["records.read"]);
  await until(() => field("Name"));
  expect(button("Save")).toBeUndefined();
  expect(button("Remove")).toBeUndefined();
});
