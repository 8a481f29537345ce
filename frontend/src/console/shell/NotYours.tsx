/** A page that the reader's role does not open, and who can help. */

import { Link } from "wouter";
import { inboxPath } from "../inbox/address";
import classes from "./PageBoundary.module.css";

export function NotYours() {
  return (
    <main className={classes.broken}>
      <h1>This page is for another role</h1>
      <p>Ask an owner or an admin of your company if you need it. Your role is changed on the Team page.</p>
      <Link href={inboxPath("waiting")}>Go to the inbox</Link>
    </main>
  );
}
