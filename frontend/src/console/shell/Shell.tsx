/** The frame of every page: the rail, what the line says about itself, and the page. */

import { lazy, type ReactNode, Suspense } from "react";
import { TourDoor } from "../tour/TourDoor";
import { BillingNotice } from "./BillingNotice";
import { ClosingNotice } from "./ClosingNotice";
import { ShellKeys } from "./keys/ShellKeys";
import { LineNotice } from "./LineNotice";
import { Rail } from "./Rail";
import classes from "./Shell.module.css";

const Caller = lazy(() => import("./notify/Caller"));

export function Shell({ children }: { children: ReactNode }) {
  return (
    <div className={classes.shell}>
      <Rail />
      <div className={classes.page}>
        <ClosingNotice />
        <BillingNotice />
        <LineNotice />
        <div className={classes.content}>{children}</div>
      </div>
      <ShellKeys />
      <TourDoor />
      <Suspense fallback={null}>
        <Caller />
      </Suspense>
    </div>
  );
}
