import { expect, test } from "vitest";
import { codesAsText } from "../../src/console/account/codes";
import { inGroups } from "../../src/console/account/Enrol";
import { pathToTry } from "../../src/console/tokens/examples";
import { endingOf, endOf, useOf } from "../../src/console/tokens/expiry";
import { areas, inWords, reading } from "../../src/console/tokens/scopes";

const NOW = Date.parse("2026-11-22T12:00:00Z");

test("a token ends after its days, or never", () => {
  expect(endOf("30", NOW)).toBe("2026-12-22T12:00:00.000Z");
  expect(endOf("never", NOW)).toBeNull();
});

test("an end that is near or past is told apart", () => {
  expect(endingOf(null, NOW)).toBe("never");
  expect(endingOf("2026-11-22T12:00:00Z", NOW)).toBe("over");
  expect(endingOf("2026-11-28T12:00:00Z", NOW)).toBe("soon");
  expect(endingOf("2026-12-28T12:00:00Z", NOW)).toBe("later");
});

test("the example asks for something that the token may read", () => {
  expect(pathToTry(["knowledge:write", "people:read"])).toBe("people");
  expect(pathToTry(["exports:write"])).toBeNull();
});

test("a token that nothing uses is told apart from a new one", () => {
  const used = (created_at: string, last_used_at: string | null) => useOf({ created_at, last_used_at }, NOW);
  expect(used("2026-11-20T12:00:00Z", null)).toBe("fresh");
  expect(used("2026-11-01T12:00:00Z", null)).toBe("unused");
  expect(used("2026-01-01T12:00:00Z", "2026-11-21T12:00:00Z")).toBe("used");
  expect(used("2026-01-01T12:00:00Z", "2026-03-21T12:00:00Z")).toBe("dormant");
});

test("scopes stand by what they open, new ones under their own name", () => {
  const names = ["customers:read", "rules:write", "customers:erase", "robots:read"];
  const scopes = names.map((name) => ({ name, text: name }));
  expect(areas(scopes).map(({ title, scopes: of }) => [title, of.length])).toEqual([
    ["Customers", 2],
    ["Rules", 1],
    ["robots", 1],
  ]);
  expect(reading(scopes)).toEqual(["customers:read", "robots:read"]);
  expect(inWords(names)).toEqual(["Customers: read, erase", "Rules: write", "robots: read"]);
});

test("a secret is typed in groups, recovery codes say whose they are", () => {
  expect(inGroups("JBSWY3DPEHPK3")).toBe("JBSW Y3DP EHPK 3");
  const text = codesAsText(["aa-11", "bb-22"], { email: "maya@example.com", host: "acme.example.com" });
  expect(text).toContain("maya@example.com at acme.example.com");
  expect(text.split("\n").slice(-3)).toEqual(["aa-11", "bb-22", ""]);
});
