import { expect, test } from "vitest";
import { codesAsText } from "../../src/console/account/codes";
import { inGroups } from "../../src/console/account/Enrol";
import { pathToTry } from "../../src/console/tokens/examples";
import { endingOf, endOf } from "../../src/console/tokens/expiry";

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

test("a secret is typed in groups, recovery codes say whose they are", () => {
  expect(inGroups("JBSWY3DPEHPK3")).toBe("JBSW Y3DP EHPK 3");
  const text = codesAsText(["aa-11", "bb-22"], { email: "maya@example.com", host: "acme.example.com" });
  expect(text).toContain("maya@example.com at acme.example.com");
  expect(text.split("\n").slice(-3)).toEqual(["aa-11", "bb-22", ""]);
});
