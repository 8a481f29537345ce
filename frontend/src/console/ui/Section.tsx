/** One subject on a page: its name, a sentence about it, and what can be done. */

import { type ReactNode, useId } from "react";
import classes from "./Section.module.css";

interface SectionProps {
  title: string;
  says?: ReactNode;
  /** Buttons beside the title. */
  actions?: ReactNode;
  /** What cannot be undone stands apart. */
  danger?: boolean;
  children?: ReactNode;
}

export function Section({ title, says, actions, danger = false, children }: SectionProps) {
  const id = useId();
  return (
    <section className={classes.section} data-danger={danger || undefined} aria-labelledby={id}>
      <div className={classes.head}>
        <div>
          <h2 id={id}>{title}</h2>
          {says && <p>{says}</p>}
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </div>
      {children && <div className={classes.body}>{children}</div>}
    </section>
  );
}
