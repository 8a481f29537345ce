/** Which greeting a page shows now. Pure: the settings in the console ask the same of a page that is only thought of. */

import type { PageGreeting } from "../shared/api";

export type Greeting = PageGreeting;

/** A page as somebody looks at it. */
export interface Moment {
  /** The path alone, and with what follows it. */
  paths: readonly string[];
  /** On this page, as far as it was looked at. */
  seconds: number;
  /** Percent of the page that was scrolled to. */
  depth: number;
  /** The pointer left the page at its upper edge. */
  leaving: boolean;
  /** They were here on another visit. */
  returning: boolean;
  now: number;
  /** Greetings that they put away. */
  away: readonly string[];
}

/** Whether a path is as the pattern says, in which `*` stands for anything. */
export function matches(pattern: string, path: string): boolean {
  return new RegExp(`^${pattern.replace(/[^\w*]/g, "\\$&").replace(/\*+/g, ".*")}$`, "i").test(path);
}

/** The first that fits. */
export function chosen(greetings: readonly Greeting[], moment: Moment): Greeting | undefined {
  const { paths, seconds, depth, leaving, returning, now, away } = moment;
  return greetings.find(
    (one) =>
      !away.includes(one.id) &&
      (!one.pages.length || one.pages.some((page) => paths.some((path) => matches(page, path)))) &&
      seconds >= one.after &&
      depth >= one.scroll &&
      (leaving || !one.leaving) &&
      (one.who === "everybody" || (one.who === "returning") === returning) &&
      (!one.until || now < Date.parse(one.until)),
  );
}
