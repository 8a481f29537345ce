import { expect, test } from "vitest";
import { readAddresses } from "../../src/console/team/addresses";
import { written } from "../../src/console/team/sending";

const emails = (typed: string) => readAddresses(typed).good.map((address) => address.email);

test("one or many, by lines, commas, semicolons or spaces", () => {
  expect(emails("maya@example.com")).toEqual(["maya@example.com"]);
  expect(emails("a@example.com, b@example.com;c@example.com d@example.com\r\ne@example.com\n")).toEqual([
    "a@example.com",
    "b@example.com",
    "c@example.com",
    "d@example.com",
    "e@example.com",
  ]);
});

test("names come along as a mail program writes them", () => {
  const typed = '"Haddad, Noor" is not read; "Kim Li" <kim@example.com>, Noor Haddad <noor@example.com>';
  expect(readAddresses('"Kim Li" <kim@example.com>, Noor Haddad <noor@example.com>').good).toEqual([
    { email: "kim@example.com", name: "Kim Li" },
    { email: "noor@example.com", name: "Noor Haddad" },
  ]);
  expect(readAddresses(typed).bad).not.toEqual([]);
});

test("what is no address is named as it was typed", () => {
  expect(readAddresses("maya@example.com, noor@, tom, @example.com, a@b")).toEqual({
    good: [{ email: "maya@example.com", name: "" }],
    bad: ["noor@", "tom", "@example.com", "a@b"],
  });
});

test("an address counts once, however it is written; nothing is nobody", () => {
  expect(emails("Maya@Example.com maya@example.com")).toEqual(["Maya@Example.com"]);
  expect(readAddresses(" \n , ;")).toEqual({ good: [], bad: [] });
});

test("an address that was not sent can be typed again", () => {
  const [address] = readAddresses("Noor Haddad <noor@example.com>").good;
  expect(address && written(address)).toBe("Noor Haddad <noor@example.com>");
  expect(written({ email: "a@example.com", name: "" })).toBe("a@example.com");
});
