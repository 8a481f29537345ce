/** A page of one column: what it is called, what it is for, and its sections. */

import type { ReactNode } from "react";
import { useTitle } from "../shell/useTitle";
import "./forms.css";
import classes from "./Page.module.css";

interface PageProps {
  title: string;
  says?: ReactNode;
  /** Buttons beside the title. */
  actions?: ReactNode;
  /** The way to the sibling pages: beside the column, or above it where it is narrow. */
  aside?: ReactNode;
  /** Wide enough for a table. */
  wide?: boolean;
  children: ReactNode;
}

export function Page({ title, says, actions, aside, wide = false, children }: PageProps) {
  useTitle(title);
  return (
    <main className={classes.page} data-aside={aside !== undefined || undefined}>
      {aside}
      <div className={classes.column} data-wide={wide || undefined}>
        <header className={classes.head}>
          <div>
            <h1>{title}</h1>
            {says && <p>{says}</p>}
          </div>
          {actions && <div className={classes.actions}>{actions}</div>}
        </header>
        {children}
      </div>
    </main>
  );
}
