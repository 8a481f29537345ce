/** The head of the control room: how many there are of each kind, what to narrow to, and its switches. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { ActionIcon, NativeSelect, Tooltip, UnstyledButton } from "@mantine/core";
import { TIERS, type Tier } from "../api/control";
import { useCell } from "../desk/cell";
import { BellIcon, SettingsIcon } from "../shell/icons";
import { number } from "../shell/locale";
import type { Counted, choicesOf, Filter } from "./room";
import { setSounding, sounding } from "./sounding";
import classes from "./Toolbar.module.css";
import { TIER_NAMES } from "./words";

interface ToolbarProps {
  counts: Counted;
  choices: ReturnType<typeof choicesOf>;
  filter: Filter;
  onFilter: (filter: Filter) => void;
  onSettings: () => void;
}

export function Toolbar({ counts, choices, filter, onFilter, onSettings }: ToolbarProps) {
  const narrow = (change: Partial<Filter>) => onFilter({ ...filter, ...change });
  const tier = (value: Tier | "") => () => narrow({ tier: filter.tier === value ? "" : value });
  return (
    <header className={classes.bar}>
      <h1>
        <Trans>Control room</Trans>
      </h1>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is no bar of buttons */}
      <div className={classes.tiers} role="group" aria-label={t`Narrow by risk`}>
        <Chip name={t`All`} count={counts.all} on={filter.tier === ""} onClick={tier("")} />
        {TIERS.map((value) => (
          <Chip
            key={value}
            name={TIER_NAMES[value]}
            tier={value}
            count={counts[value]}
            on={filter.tier === value}
            onClick={tier(value)}
          />
        ))}
        <Chip
          name={t`To check`}
          count={counts.held}
          on={filter.held}
          onClick={() => narrow({ held: !filter.held })}
        />
      </div>
      <div className={classes.rest}>
        {(choices.topics.length > 0 || filter.topic) && (
          <NativeSelect
            size="xs"
            aria-label={t`Topic`}
            value={filter.topic}
            data={[{ value: "", label: t`Every topic` }, ...withOwn(choices.topics, filter.topic)]}
            onChange={(event) => narrow({ topic: event.currentTarget.value })}
          />
        )}
        {(choices.teams.length > 0 || filter.team) && (
          <NativeSelect
            size="xs"
            aria-label={t`Team`}
            value={filter.team}
            data={[
              { value: "", label: t`Every team` },
              ...choices.teams.map(([value, label]) => ({ value, label })),
            ]}
            onChange={(event) => narrow({ team: event.currentTarget.value })}
          />
        )}
        <SoundSwitch />
        <Tooltip label={t`Tiers and approval`}>
          <ActionIcon
            variant="default"
            size={30}
            aria-label={t`Settings of the control room`}
            onClick={onSettings}
          >
            <SettingsIcon />
          </ActionIcon>
        </Tooltip>
      </div>
    </header>
  );
}

/** A topic that is asked for stays to be seen, also when nobody speaks of it now. */
const withOwn = (topics: string[], own: string): string[] =>
  own && !topics.includes(own) ? [own, ...topics] : topics;

interface ChipProps {
  name: string;
  count: number;
  on: boolean;
  tier?: Tier;
  onClick: () => void;
}

function Chip({ name, count, on, tier, onClick }: ChipProps) {
  return (
    <UnstyledButton className={classes.chip} data-tier={tier} aria-pressed={on} onClick={onClick}>
      {name} <b>{number(count)}</b>
    </UnstyledButton>
  );
}

function SoundSwitch() {
  const on = useCell(sounding);
  return (
    <Tooltip label={on ? t`A new high risk is heard` : t`A new high risk is silent`}>
      <ActionIcon
        variant="default"
        size={30}
        className={classes.sound}
        role="switch"
        aria-checked={on}
        aria-label={t`Sound at a new high risk`}
        onClick={() => setSounding(!on)}
      >
        <BellIcon />
      </ActionIcon>
    </Tooltip>
  );
}
