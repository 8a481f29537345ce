/** A greeting's rule as a sentence. */

import { plural, t } from "@lingui/core/macro";
import type { Greeting } from "../../api/beforeChat";

type Page = Greeting["pages"][number];

function pageInWords({ match, path }: Page): string {
  if (match === "equals") return t`on ${path}`;
  return match === "begins" ? t`below ${path}` : t`where the address has ${path}`;
}

function whenInWords({ after, scroll, leaving }: Greeting): string[] {
  return [
    ...(after > 0 ? [plural(after, { one: "after # second", other: "after # seconds" })] : []),
    ...(scroll > 0 ? [t`once ${scroll}% of the page were read`] : []),
    ...(leaving ? [t`when the pointer leaves the page`] : []),
  ];
}

const WHO = {
  everybody: t`to everybody`,
  new: t`to new visitors`,
  returning: t`to visitors who come back`,
};

export function sentenceOf(greeting: Greeting): string {
  const pages = greeting.pages.length > 0 ? greeting.pages.map(pageInWords) : [t`on every page`];
  const parts = [
    pages.join(` ${t`or`} `),
    ...whenInWords(greeting),
    WHO[greeting.who],
    ...(greeting.in_hours ? [t`while a team is at work`] : []),
  ];
  const words = parts.join(", ");
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}
