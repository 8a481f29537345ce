/** The conversations behind a number: what the customer asked, and how sure the assistant was. */

import { Trans } from "@lingui/react/macro";
import { Link } from "wouter";
import type { Moved } from "../../../api/modes";
import { inboxPath } from "../../../inbox/address";
import { inPercent } from "./shares";
import classes from "./Threshold.module.css";

export function MovedList({ title, moved }: { title: string; moved: Moved }) {
  const { count, conversations } = moved;
  return (
    <section className={classes.moved}>
      <h3>
        {title} <span>{count}</span>
      </h3>
      {count === 0 && (
        <p className={classes.quiet}>
          <Trans>None.</Trans>
        </p>
      )}
      <ul>
        {conversations.map(({ id, customer, asked, confidence }) => (
          <li key={`${id}-${asked.seq}`}>
            <Link href={inboxPath("all", id)}>
              <span className={classes.asked}>{asked.text}</span>
              <span className={classes.who}>
                <Trans>
                  {customer} · {inPercent(confidence)} sure
                </Trans>
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {count > conversations.length && (
        <p className={classes.quiet}>
          <Trans>The {conversations.length} nearest to the change are shown.</Trans>
        </p>
      )}
    </section>
  );
}
