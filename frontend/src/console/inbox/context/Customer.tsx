/** Who the customer is. */

import type { ConversationDetail } from "../../../shared/wire";
import { initials } from "../../shell/AccountMenu";
import section from "./Context.module.css";
import classes from "./Customer.module.css";

/** The address on record, else the one that the customer gave in the thread. */
function addressOf(detail: ConversationDetail): string | null {
  const said = detail.handover?.facts.find((fact) => fact.name === "email");
  return detail.customer.email ?? said?.value ?? null;
}

export function Customer({ detail }: { detail: ConversationDetail }) {
  const { name } = detail.customer;
  const email = addressOf(detail);
  return (
    <section className={section.section} aria-label="Customer">
      <h3 className={section.title}>Customer</h3>
      <div className={classes.customer}>
        <span className={classes.avatar} aria-hidden="true">
          {initials(name)}
        </span>
        <div>
          <div className={classes.name}>{name}</div>
          {email ? (
            <a className={classes.mail} href={`mailto:${email}`}>
              {email}
            </a>
          ) : (
            <p className={section.quiet}>No e-mail address yet</p>
          )}
        </div>
      </div>
      {detail.tags.length > 0 && (
        <ul className={classes.tags} aria-label="Tags">
          {detail.tags.map((tag) => (
            <li key={tag}>{tag}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
