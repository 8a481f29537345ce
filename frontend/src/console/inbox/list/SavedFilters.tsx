/** Filters kept under a name, below the views. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { ActionIcon, Menu } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useLocation } from "wouter";
import { changeFilter, keepFilter, listFilters, removeFilter, type SavedFilter } from "../../api/lists";
import { keys } from "../../desk/keys";
import { useMay } from "../../shell/useMay";
import { offerUndo, tell, tellFailure } from "../../ui/notices";
import { baseOf, filterOf, type InboxView, inboxPath, narrowed } from "../address";
import { tidy } from "./filter";
import classes from "./ViewTabs.module.css";

const placeOf = (one: SavedFilter): InboxView => narrowed(one.view, tidy(one.filter));

function OneMenu({ one, view }: { one: SavedFilter; view: InboxView }) {
  const client = useQueryClient();
  const [, go] = useLocation();
  const mayShare = useMay("conversations.write");
  const done = (says: string) => () => {
    void client.invalidateQueries({ queryKey: keys.filters });
    tell(says);
  };
  const change = useMutation({
    mutationFn: (part: Parameters<typeof changeFilter>[1]) => changeFilter(one.id, part),
  });
  const remove = useMutation({ mutationFn: () => removeFilter(one.id) });
  const update = () =>
    change.mutate(
      { view: baseOf(view), filter: filterOf(view) },
      { onSuccess: done(t`“${one.name}” is what the list shows now`), onError: tellFailure },
    );
  const share = () =>
    change.mutate(
      { shared: !one.shared },
      { onSuccess: done(one.shared ? t`Only yours now` : t`Everybody sees it now`), onError: tellFailure },
    );
  const keep = () => {
    const { name, view, filter, shared } = one;
    void keepFilter({ name, view, filter, shared })
      .catch(tellFailure)
      .then(() => client.invalidateQueries({ queryKey: keys.filters }));
  };
  const drop = () =>
    remove.mutate(undefined, {
      onSuccess: () => {
        void client.invalidateQueries({ queryKey: keys.filters });
        offerUndo({ id: `filter-${one.id}`, says: t`“${one.name}” was deleted`, undo: keep });
        if (placeOf(one) === view) go(inboxPath(baseOf(view)), { replace: true });
      },
      onError: tellFailure,
    });
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon variant="subtle" size={24} className={classes.more} aria-label={t`Change “${one.name}”`}>
          ⋯
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={update} disabled={placeOf(one) === view}>
          <Trans>Set to what the list shows</Trans>
        </Menu.Item>
        {mayShare && (
          <Menu.Item onClick={share}>{one.shared ? t`Keep for myself` : t`Share with the desk`}</Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item color="red" onClick={drop}>
          <Trans>Delete</Trans>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

export function SavedFilters({ view }: { view: InboxView }) {
  const { data } = useQuery({ queryKey: keys.filters, queryFn: ({ signal }) => listFilters(signal) });
  if (!data || data.data.length === 0) return null;
  return (
    <section className={classes.saved} aria-label={t`Kept filters`}>
      {data.data.map((one) => (
        <div key={one.id} className={classes.kept}>
          <Link
            href={inboxPath(placeOf(one))}
            className={classes.tab}
            data-view="kept"
            aria-current={placeOf(one) === view ? "page" : undefined}
            title={one.shared ? t`Shared by ${one.owner.name}` : t`Yours`}
          >
            <span className={classes.name}>{one.name}</span>
          </Link>
          {one.mine && <OneMenu one={one} view={view} />}
        </div>
      ))}
    </section>
  );
}
