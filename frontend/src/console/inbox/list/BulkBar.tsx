/** What can be done to the rows that are chosen; it stands where the eye is, over the end of the list. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, CloseButton, Menu, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { listAgents, listTeams } from "../../api/conversations";
import type { Act, Chosen } from "../../api/lists";
import { keys } from "../../desk/keys";
import { Confirm } from "../../ui/Confirm";
import { baseOf, filterOf, type InboxView } from "../address";
import { choices } from "../snooze/times";
import classes from "./BulkBar.module.css";
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

interface Wanted {
  acts: Act[];
  says: string;
}

function TagMenu({ onPick }: { onPick: (wanted: Wanted) => void }) {
  const [opened, setOpened] = useState(false);
  const [typed, setTyped] = useState("");
  const tag = typed.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!tag) return;
    setOpened(false);
    setTyped("");
    onPick({ acts: [{ do: "tag", add: [tag] }], says: t`tagged “${tag}”` });
  };
  return (
    <Menu opened={opened} onChange={setOpened} position="top-start" width={240} trapFocus>
      <Menu.Target>
        <Button size="compact-sm" variant="default">
          <Trans>Tag</Trans>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
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
              onPick({ acts: [{ do: "tag", remove: [tag] }], says: t`without “${tag}”` });
            }}
          >
            <Trans>Take it off</Trans>
          </Button>
        </form>
      </Menu.Dropdown>
    </Menu>
  );
}

function AssignMenu({ onPick }: { onPick: (wanted: Wanted) => void }) {
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
  const pass = (act: Act, name: string) => onPick({ acts: [act], says: t`passed to ${name}` });
  return (
    <Menu opened={opened} onChange={setOpened} position="top-start" width={240}>
      <Menu.Target>
        <Button size="compact-sm" variant="default">
          <Trans>Assign</Trans>
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.long}>
        <Menu.Item onClick={() => pass({ do: "assign", agent_id: "me" }, "you")}>
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

function MoreMenu({ onPick }: { onPick: (wanted: Wanted) => void }) {
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
          <Menu.Item
            key={priority}
            onClick={() =>
              onPick({ acts: [{ do: "priority", priority }], says: t`set to ${priority} priority` })
            }
          >
            {priority === "urgent" ? t`Urgent` : priority === "high" ? t`High` : t`Normal`}
          </Menu.Item>
        ))}
        <Menu.Label>
          <Trans>Snooze</Trans>
        </Menu.Label>
        {choices(new Date()).map(({ name, at }) => (
          <Menu.Item
            key={name}
            onClick={() => onPick({ acts: [{ do: "snooze", until: at.toISOString() }], says: "snoozed" })}
          >
            {name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => onPick({ acts: [{ do: "reopen" }], says: t`opened again` })}>
          <Trans>Open again</Trans>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

export function BulkBar({ view, q, selection, loaded, more }: BulkBarProps) {
  const { act, under } = useBulk();
  const [asked, setAsked] = useState<Wanted | null>(null);
  const count = selection.ids.size;
  if (count === 0 && !under) return null;
  const chosen: Chosen = selection.whole
    ? { view: baseOf(view), filter: { ...filterOf(view), ...(q && { q }) } }
    : { ids: [...selection.ids] };
  const go = ({ acts, says }: Wanted) => {
    setAsked(null);
    void act(chosen, acts, says).then(selection.clear);
  };
  const pick = (wanted: Wanted) => (selection.whole || count > ASK_FROM ? setAsked(wanted) : go(wanted));
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
          <Trans>
            {under.total - under.waiting} of {under.total}
          </Trans>
        </div>
      ) : (
        <div className={classes.line}>
          <Button size="compact-sm" onClick={() => pick({ acts: [{ do: "resolve" }], says: "resolved" })}>
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
          selection.whole ? t`Change all conversations of this view?` : t`Change ${count} conversations?`
        }
        does={t`Change them`}
        harmless
        busy={false}
        problem={null}
        onClose={() => setAsked(null)}
        onConfirm={() => asked && go(asked)}
      >
        <Trans>They will be {asked?.says}. You can take it back at once, or one by one later.</Trans>
      </Confirm>
    </section>
  );
}
