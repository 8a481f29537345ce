/** Who the customer is. */

import type { ConversationRow } from "../../../shared/wire";
import { initials } from "../../shell/AccountMenu";
import section from "./Context.module.css";
import classes from "./Customer.module.css";

export function Customer({ row }: { row: ConversationRow }) {
  const { name, email } = row.customer;
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
      {row.tags.length > 0 && (
        <ul className={classes.tags} aria-label="Tags">
          {row.tags.map((tag) => (
            <li key={tag}>{tag}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
