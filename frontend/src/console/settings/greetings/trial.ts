/** Which greeting a page would show: the rules of the embed script, asked about a page that is only thought of. */

import { chosen } from "../../../embed/rules";
import type { Greeting } from "../../api/beforeChat";

type Page = Greeting["pages"][number];

/** The patterns as the server makes them of the pages; the path as a browser writes it. */
export function patternsOf({ match, path }: Page): string[] {
  const written = encodeURI(path).replace(/%25/g, "%");
  const bare = written.replace(/\/+$/, "");
  switch (match) {
    case "contains":
      return [`*${written}*`];
    case "begins":
      return [`${written}*`];
    case "equals":
      return [bare || "/", `${bare}/`];
  }
}

/** The path of an address, with and without what follows it; a path alone will do. */
function pathsOf(address: string): string[] {
  const site = "https://site.invalid";
  const typed = address.trim() || "/";
  const hasSite = /^[\w.-]+\.\w+\//.test(typed);
  const url = URL.parse(hasSite ? `https://${typed}` : typed, site);
  if (!url) return ["/"];
  return [url.pathname, url.pathname + url.search + url.hash];
}

/** The greeting that somebody sees there who stays long enough, reads to the end and then moves to leave. */
export function shownAt(greetings: readonly Greeting[], address: string): Greeting | undefined {
  const there = {
    paths: pathsOf(address),
    seconds: Number.POSITIVE_INFINITY,
    depth: 100,
    leaving: true,
    now: 0,
    away: [],
  };
  const rules = greetings
    .map((one, at) => ({
      ...one,
      id: String(at),
      pages: one.pages.flatMap(patternsOf),
      says: "",
      until: null,
    }))
    .filter((one) => greetings[Number(one.id)]?.is_on);
  const found = chosen(rules, { ...there, returning: false }) ?? chosen(rules, { ...there, returning: true });
  return found && greetings[Number(found.id)];
}
