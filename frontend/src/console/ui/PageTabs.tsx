/** The parts of a page, each with an address of its own. */

import type { ReactNode } from "react";
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
  return (
    <nav className={classes.tabs} aria-label={label}>
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
