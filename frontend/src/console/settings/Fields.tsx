/** Fields that only those may change who manage the settings; for others they are there to read. */

import type { ReactNode } from "react";
import { useMay } from "../shell/useMay";
import classes from "./Settings.module.css";

export function Fields({ legend, children }: { legend?: string; children: ReactNode }) {
  return (
    <fieldset className={classes.fields} disabled={!useMay("settings.manage")}>
      {legend && <legend className="sr">{legend}</legend>}
      {children}
    </fieldset>
  );
}
