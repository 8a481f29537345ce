import { expect, test } from "vitest";
import { type AuditFilter, auditFile } from "../../src/console/api/audit";
import { isEmpty, NO_FILTER, readFilter, writeFilter } from "../../src/console/audit/filter";
import { actionInWords, valueInWords } from "../../src/console/audit/words";
import { calledBy, isTyped } from "../../src/console/data/customers/confirming";
import { percent } from "../../src/console/data/exports/exportList";
import { daysProblem, inWords, isShorter } from "../../src/console/data/retention/retention";
import { added, dateInWords } from "../../src/console/settings/hours/holidayList";
import { clockIn, timeZones } from "../../src/console/settings/timeZones";
import { siteProblem } from "../../src/console/settings/widget/sites";
import { COMPANY_PAGES, INBOX, isAt } from "../../src/console/shell/pages";
import { differences } from "../../src/console/ui/drafts";

test("a draft carries only the fields that differ from what is saved", () => {
  const saved = { name: "Larkfield", sites: ["https://a.example"] };
  expect(differences({ name: "Larkfield", sites: ["https://a.example"] }, saved)).toEqual({});
  expect(differences({ name: "Lark", sites: ["https://a.example"] }, saved)).toEqual({ name: "Lark" });
  expect(differences({ sites: [] }, saved)).toEqual({ sites: [] });
});

test("a site is a scheme and a host, nothing behind", () => {
  expect(siteProblem(["https://www.example.com", "shop.example.com", "http://localhost:3000"])).toBeNull();
  expect(siteProblem(["https://*.example.com"])).toBeNull();
  expect(siteProblem(["https://example.com/shop"])).toContain("example.com/shop");
  expect(siteProblem(["https://a.example", "javascript:alert(1)"])).toContain("javascript");
});

test("days off stay in the order of the calendar, whatever the reader's time zone", () => {
  const christmas = { day: "2026-12-25", name: "Christmas Day" };
  expect(added([christmas], { day: "2026-05-01", name: "Labour Day" }).map(({ day }) => day)).toEqual([
    "2026-05-01",
    "2026-12-25",
  ]);
  expect(dateInWords("2026-12-25", "en-GB")).toMatch(/^Fri,? 25 December 2026$/);
});

test("a time zone that the browser does not list is offered all the same", () => {
  expect(timeZones("UTC").filter(({ value }) => value === "UTC")).toHaveLength(1);
  expect(
    timeZones("US/Pacific")[0]?.value === "US/Pacific" || timeZones("").some((z) => z.value === "US/Pacific"),
  ).toBe(true);
  expect(clockIn("Asia/Tokyo", Date.UTC(2026, 0, 1, 12), "en-GB")).toBe("21:00");
});

test("a shorter time to keep things is what asks first", () => {
  expect(isShorter(null, 30)).toBe(true);
  expect(isShorter(90, 30)).toBe(true);
  expect(isShorter(30, 90)).toBe(false);
  expect(isShorter(30, null)).toBe(false);
});

test("a time to keep things is whole days, in words a year", () => {
  expect(daysProblem(null)).toBeNull();
  expect(daysProblem(3650)).toBeNull();
  expect(daysProblem(0)).not.toBeNull();
  expect(daysProblem(1.5)).not.toBeNull();
  expect(inWords(730, "en")).toBe("2 years");
  expect(inWords(30, "en")).toBe("30 days");
  expect(inWords(null)).toBe("For ever");
});

test("a customer is called by name, else address, else id, and has to be typed like that", () => {
  expect(calledBy({ name: " ", email: "carol@example.com", id: "cus_1" })).toBe("carol@example.com");
  expect(calledBy({ name: "", email: null, id: "cus_1" })).toBe("cus_1");
  expect(isTyped(" carol huber ", "Carol Huber")).toBe(true);
  expect(isTyped("Carol", "Carol Huber")).toBe(false);
});

const job = {
  id: "exp_1",
  kind: "workspace",
  customer: null,
  state: "running",
  size: null,
  url: null,
} as const;
const rest = { problem: null, expires_at: null, requested_by: null, created_at: "2026-01-01T00:00:00Z" };

test("an export says how far it is once it knows how much there is", () => {
  expect(percent({ ...job, ...rest, done: 0, total: 0 })).toBeNull();
  expect(percent({ ...job, ...rest, done: 1, total: 3 })).toBe(33);
  expect(percent({ ...job, ...rest, done: 4, total: 3 })).toBe(100);
});

test("the filter of the log goes into the address and comes back", () => {
  const filter: AuditFilter = { ...NO_FILTER, actor: "agt_1", since: "2026-03-01" };
  expect(writeFilter(filter).toString()).toBe("actor=agt_1&since=2026-03-01");
  expect(readFilter(writeFilter(filter))).toEqual(filter);
  expect(isEmpty(readFilter(new URLSearchParams("nonsense=1")))).toBe(true);
});

test("days of the log are the reader's own, both included, and the file has the same filter", () => {
  const file = auditFile({ ...NO_FILTER, since: "2026-03-01", until: "2026-03-01" }, "csv");
  const query = new URL(file, "https://larkfield.example.com").searchParams;
  const [since, until] = [new Date(query.get("since") ?? ""), new Date(query.get("until") ?? "")];
  expect(until.getTime() - since.getTime()).toBe(24 * 60 * 60_000 - 1);
  expect(since.getHours()).toBe(0);
  expect(auditFile({ ...NO_FILTER, action: "role.changed" }, "csv")).toBe(
    "/api/v1/audit/export?action=role.changed&format=csv",
  );
});

test("an entry of the log reads as words", () => {
  expect(actionInWords("sign_on.changed")).toBe("Sign on changed");
  expect(valueInWords(null)).toBe("—");
  expect(valueInWords(false)).toBe("No");
  expect(valueInWords(["en", "de"])).toBe("en, de");
  expect(valueInWords([])).toBe("—");
  expect(valueInWords({ a: 1 })).toBe('{"a":1}');
});

test("a page is where its address begins, and not where another's name does", () => {
  const team = COMPANY_PAGES.find(({ name }) => name === "Team") ?? INBOX;
  expect(isAt(team, "/console/team")).toBe(true);
  expect(isAt(team, "/console/team/teams")).toBe(true);
  expect(isAt(team, "/console/teams")).toBe(false);
  expect(isAt(INBOX, "/console/inbox/mine/conv_1")).toBe(true);
});
