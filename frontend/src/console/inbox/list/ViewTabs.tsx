/** The views of the inbox with their live counts; those that are seldom needed show while they hold anything. */

import { t } from "@lingui/core/macro";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { Link } from "wouter";
import { countConversations } from "../../api/conversations";
import { useMe } from "../../desk/DeskContext";
import { keys } from "../../desk/keys";
import { number } from "../../shell/locale";
import { baseOf, filterOf, type InboxView, inboxPath, VIEW_NAMES, VIEWS, type View } from "../address";
import { TOLD_BY_SERVER } from "../rows";
import { isNarrow } from "./filter";
import { SavedFilters } from "./SavedFilters";
import classes from "./ViewTabs.module.css";

const MOST_COUNTED = 1000; // which stands for as many or more
const ALWAYS: ReadonlySet<View> = new Set(["waiting", "mine", "assistant", "all", "resolved"]);

function inWords(count: number): string {
  return count >= MOST_COUNTED ? `${number(MOST_COUNTED - 1)}+` : number(count);
}

export function ViewTabs({ view }: { view: InboxView }) {
  const me = useMe();
  const { data: counts } = useQuery({
    queryKey: keys.counts,
    queryFn: ({ signal }) => countConversations(signal),
  });
  const base = baseOf(view);
  useReadAgainWith(view, counts?.[base]);
  const shows = (each: View) =>
    ALWAYS.has(each) ||
    each === base ||
    (counts?.[each] ?? 0) > 0 ||
    (each === "team" && me.teams.length > 0);
  const whole = !isNarrow(filterOf(view));
  return (
    <div className={classes.places}>
      <nav className={classes.tabs} aria-label={t`Views`}>
        {VIEWS.filter(shows).map((each) => (
          <Link
            key={each}
            href={inboxPath(each)}
            className={classes.tab}
            data-view={each}
            aria-current={each === base && whole ? "page" : undefined}
          >
            <span className={classes.name}>{VIEW_NAMES[each]}</span>
            <span className={classes.count}>{counts ? inWords(counts[each]) : ""}</span>
          </Link>
        ))}
      </nav>
      <SavedFilters view={view} />
    </div>
  );
}

/** No row tells that it came into such a view, but its count does. */
function useReadAgainWith(view: InboxView, count: number | undefined): void {
  const client = useQueryClient();
  const before = useRef(count);
  useEffect(() => {
    const changed = before.current !== undefined && before.current !== count;
    before.current = count;
    if (changed && TOLD_BY_SERVER.has(baseOf(view)))
      void client.invalidateQueries({ queryKey: keys.rows(view, "") });
  }, [client, view, count]);
}
