/** Nothing here yet: what it is for, and the next step. */

import type { ReactNode } from "react";
import classes from "./Empty.module.css";

export function Empty({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={classes.empty}>
      <h3>{title}</h3>
      {children}
    </div>
  );
}
