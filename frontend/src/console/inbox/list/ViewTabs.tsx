/** The views of the inbox with their live counts. */

import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { countConversations } from "../../api/conversations";
import { keys } from "../../desk/keys";
import { type InboxView, inboxPath, VIEW_NAMES, VIEWS } from "../address";
import classes from "./ViewTabs.module.css";

const numbers = new Intl.NumberFormat(undefined, { notation: "compact" });

export function ViewTabs({ view }: { view: InboxView }) {
  const { data: counts } = useQuery({
    queryKey: keys.counts,
    queryFn: ({ signal }) => countConversations(signal),
  });
  return (
    <nav className={classes.tabs} aria-label="Views">
      {VIEWS.filter((each) => each !== "held" || view === "held" || (counts?.held ?? 0) > 0).map((each) => (
        <Link
          key={each}
          href={inboxPath(each)}
          className={classes.tab}
          data-view={each}
          aria-current={each === view ? "page" : undefined}
        >
          <span className={classes.name}>{VIEW_NAMES[each]}</span>
          <span className={classes.count}>{counts ? numbers.format(counts[each]) : ""}</span>
        </Link>
      ))}
    </nav>
  );
}
