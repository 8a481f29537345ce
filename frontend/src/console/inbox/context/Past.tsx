/** Earlier conversations with the same customer. */

import { Link } from "wouter";
import type { ConversationDetail } from "../../desk/wire";
import { type InboxView, inboxPath } from "../address";
import { useNow } from "../useNow";
import { rowTime } from "../waiting";
import section from "./Context.module.css";
import classes from "./Past.module.css";

export function Past({ past, view }: { past: ConversationDetail["past"]; view: InboxView }) {
  const now = useNow();
  return (
    <section className={section.section} aria-label="Past conversations">
      <h3 className={section.title}>Past conversations {past.length > 0 && <span>{past.length}</span>}</h3>
      {past.length === 0 ? (
        <p className={section.quiet}>This is the first one.</p>
      ) : (
        <ul className={section.list}>
          {past.map((each) => (
            <li key={each.id}>
              <Link
                className={classes.past}
                href={inboxPath(each.status === "resolved" ? "resolved" : view, each.id)}
              >
                <span>{each.last_text}</span>
                <time dateTime={each.created_at}>{rowTime(each.created_at, now)}</time>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
