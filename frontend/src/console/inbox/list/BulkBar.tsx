/** What can be done to the rows that are chosen; it stands where the eye is, over the end of the list. */

import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, CloseButton, Menu, Popover, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { listAgents, listTeams } from "../../api/conversations";
import type { Act, Chosen } from "../../api/lists";
import { keys } from "../../desk/keys";
import { number } from "../../shell/locale";
import { Confirm } from "../../ui/Confirm";
import { baseOf, filterOf, type InboxView } from "../address";
import { choices } from "../snooze/times";
import classes from "./BulkBar.module.css";
import {
  type ManyDeed,
  PRIORITIES,
  prioritised,
  reopened,
  resolved,
  snoozed,
  tagged,
  toMe,
  toOther,
  untagged,
} from "./deeds";
import { useBulk } from "./useBulk";
import type { Selection } from "./useSelection";

const ASK_FROM = 20;

interface BulkBarProps {
  view: InboxView;
  q: string;
  selection: Selection;
  /** How many rows are loaded, and whether there are more. */
  loaded: number;
  more: boolean;
}

function TagMenu({ onPick }: { onPick: (wanted: ManyDeed) => void }) {
  const [opened, setOpened] = useState(false);
  const [typed, setTyped] = useState("");
  const tag = typed.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!tag) return;
    setOpened(false);
    setTyped("");
    onPick(tagged(tag));
  };
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="top-start"
      width={240}
      trapFocus
      returnFocus
      withRoles
    >
      <Popover.Target>
        <Button size="compact-sm" variant="default" onClick={() => setOpened(!opened)}>
          <Trans>Tag</Trans>
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={submit} className={classes.form}>
          <TextInput
            data-autofocus
            label={t`Tag`}
            maxLength={40}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button type="submit" size="compact-sm" disabled={!tag}>
            <Trans>Put it on</Trans>
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            disabled={!tag}
            onClick={() => {
              setOpened(false);
              setTyped("");
              onPick(untagged(tag));
            }}
          >
            <Trans>Take it off</Trans>
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}

function AssignMenu({ onPick }: { onPick: (wanted: ManyDeed) => void }) {
  const [opened, setOpened] = useState(false);
  const agents = useQuery({
    queryKey: keys.agents,
    queryFn: ({ signal }) => listAgents(signal),
    enabled: opened,
  });
  const teams = useQuery({
    queryKey: keys.teams,
    queryFn: ({ signal }) => listTeams(signal),
    enabled: opened,
  });
  const pass = (act: Act, name: string) => onPick(toOther(act, name));
  return (
    <Menu opened={opened} onChange={setOpened} position="top-start" width={240}>
      <Menu.Target>
        <Button size="compact-sm" variant="default">
          <Trans>Assign</Trans>
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.long}>
        <Menu.Item onClick={() => onPick(toMe)}>
          <Trans>Me</Trans>
        </Menu.Item>
        <Menu.Label>
          <Trans>Teams</Trans>
        </Menu.Label>
        {teams.data?.data.map((team) => (
          <Menu.Item key={team.id} onClick={() => pass({ do: "assign", team_id: team.id }, team.name)}>
            {team.name}
          </Menu.Item>
        ))}
        <Menu.Label>
          <Trans>People</Trans>
        </Menu.Label>
        {agents.data?.data.map((one) => (
          <Menu.Item key={one.id} onClick={() => pass({ do: "assign", agent_id: one.id }, one.name)}>
            {one.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function MoreMenu({ onPick }: { onPick: (wanted: ManyDeed) => void }) {
  return (
    <Menu position="top-start" width={220}>
      <Menu.Target>
        <Button size="compact-sm" variant="default">
          <Trans>More</Trans>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Trans>Priority</Trans>
        </Menu.Label>
        {(["urgent", "high", "normal"] as const).map((priority) => (
          <Menu.Item key={priority} onClick={() => onPick(prioritised(priority))}>
            {PRIORITIES[priority]}
          </Menu.Item>
        ))}
        <Menu.Label>
          <Trans>Snooze</Trans>
        </Menu.Label>
        {choices(new Date()).map(({ name, at }) => (
          <Menu.Item key={name} onClick={() => onPick(snoozed(at))}>
            {name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => onPick(reopened)}>
          <Trans>Open again</Trans>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

export function BulkBar({ view, q, selection, loaded, more }: BulkBarProps) {
  const { act, under } = useBulk();
  const [asked, setAsked] = useState<ManyDeed | null>(null);
  const count = selection.ids.size;
  if (count === 0 && !under) return null;
  const chosen: Chosen = selection.whole
    ? { view: baseOf(view), filter: { ...filterOf(view), ...(q && { q }) } }
    : { ids: [...selection.ids] };
  const go = (wanted: ManyDeed) => {
    setAsked(null);
    void act(chosen, wanted).then(selection.clear);
  };
  const pick = (wanted: ManyDeed) => (selection.whole || count > ASK_FROM ? setAsked(wanted) : go(wanted));
  return (
    <section className={classes.bar} aria-label={t`Act on the chosen conversations`}>
      <div className={classes.line}>
        <strong aria-live="polite">{selection.whole ? t`All of this view` : t`${count} chosen`}</strong>
        {!selection.whole && count === loaded && more && (
          <button type="button" className={classes.link} onClick={selection.chooseWhole}>
            <Trans>Choose all of this view</Trans>
          </button>
        )}
        <CloseButton
          size="sm"
          aria-label={t`Choose none`}
          onClick={selection.clear}
          className={classes.close}
        />
      </div>
      {under ? (
        <div className={classes.line} role="status">
          <progress className={classes.progress} max={under.total} value={under.total - under.waiting} />
          {t`${{ done: number(under.total - under.waiting) }} of ${{ all: number(under.total) }}`}
        </div>
      ) : (
        <div className={classes.line}>
          <Button size="compact-sm" onClick={() => pick(resolved)}>
            <Trans>Resolve</Trans>
          </Button>
          <TagMenu onPick={pick} />
          <AssignMenu onPick={pick} />
          <MoreMenu onPick={pick} />
        </div>
      )}
      <Confirm
        opened={asked !== null}
        title={
          selection.whole
            ? t`Change all conversations of this view?`
            : plural(count, { one: "Change # conversation?", other: "Change # conversations?" })
        }
        does={t`Change them`}
        harmless
        busy={false}
        problem={null}
        onClose={() => setAsked(null)}
        onConfirm={() => asked && go(asked)}
      >
        {asked?.will} <Trans>You can take it back at once, or one by one later.</Trans>
      </Confirm>
    </section>
  );
}
