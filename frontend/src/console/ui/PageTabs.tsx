/** The parts of a page, each with an address of its own. */

import { type ReactNode, useEffect, useRef } from "react";
import { Link, useLocation } from "wouter";
import classes from "./PageTabs.module.css";

export interface PageTab {
  name: string;
  href: string;
  count?: ReactNode;
  /** Whether this is where the reader is; else the very address tells. */
  current?: boolean;
}

export function PageTabs({ label, tabs }: { label: string; tabs: readonly PageTab[] }) {
  const [path] = useLocation();
  const bar = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another part is gone to
  useEffect(() => showCurrent(bar.current), [path]);
  return (
    <nav ref={bar} className={classes.tabs} aria-label={label}>
      {tabs.map(({ name, href, count, current }) => (
        <Link
          key={href}
          href={href}
          className={classes.tab}
          aria-current={(current ?? path === href) ? "page" : undefined}
        >
          {name}
          {count !== undefined && <span className={classes.count}>{count}</span>}
        </Link>
      ))}
    </nav>
  );
}

/** On a narrow screen the parts are a strip that is moved sideways: where the reader is has to be seen. */
function showCurrent(bar: HTMLElement | null): void {
  const here = bar?.querySelector("[aria-current]")?.getBoundingClientRect();
  if (bar && here) bar.scrollLeft += Math.max(0, here.right - bar.getBoundingClientRect().right);
}
