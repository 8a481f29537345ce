/** The conversations behind a number: what the customer asked, and how sure the assistant was. */

import { Plural, Trans } from "@lingui/react/macro";
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
                <Sure customer={customer} share={inPercent(confidence)} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {count > conversations.length && (
        <p className={classes.quiet}>
          <Plural
            value={conversations.length}
            one="The one nearest to the change is shown."
            other="The # nearest to the change are shown."
          />
        </p>
      )}
    </section>
  );
}

const Sure = ({ customer, share }: { customer: string; share: string }) => (
  <Trans>
    {customer} · {share} sure
  </Trans>
);
