/** What narrows the list now, part by part, each with a way to take it away. */

import { t } from "@lingui/core/macro";
import { CloseButton } from "@mantine/core";
import { useLocation } from "wouter";
import { filterOf, type InboxView, inboxPath, narrowed } from "../address";
import classes from "./FilterMenu.module.css";
import { chipsOf, isNarrow } from "./filter";
import { useNames } from "./useNames";

export function FilterChips({ view }: { view: InboxView }) {
  const filter = filterOf(view);
  const [, go] = useLocation();
  const { names } = useNames(filter.agent !== undefined || filter.team !== undefined);
  if (!isNarrow(filter)) return null;
  return (
    <ul className={classes.chips} aria-label={t`Filter in force`}>
      {chipsOf(filter, names).map(({ field, words }) => (
        <li key={field} className={classes.chip}>
          <span title={words}>{words}</span>
          <CloseButton
            size="xs"
            aria-label={t`Remove the filter ${words}`}
            onClick={() => {
              const { [field]: _, ...rest } = filter;
              go(inboxPath(narrowed(view, rest)), { replace: true });
            }}
          />
        </li>
      ))}
    </ul>
  );
}
