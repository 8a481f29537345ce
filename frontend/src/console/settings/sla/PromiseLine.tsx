/** One line of promises: for whom it counts, its times, the hours, and what that means for a message on the way home. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { ActionIcon, Select, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type Counts, fetchExample } from "../../api/sla";
import { PRIORITIES } from "../../inbox/list/deeds";
import { CloseIcon } from "../../shell/icons";
import { type Line, NAMES, PROMISES, readTime, wallClock, wallClockAfter } from "./lines";
import classes from "./Promises.module.css";

const TYPING_PAUSE = 300;
const HOURS = [
  { value: "team", label: t`While the team is at work` },
  { value: "always", label: t`Around the clock` },
];

interface PromiseLineProps {
  line: Line;
  teams: { id: string; name: string }[];
  onChange: (change: Partial<Line>) => void;
  onRemove: () => void;
}

function nameOf(line: Line, teams: PromiseLineProps["teams"]): string {
  const team = line.team_id
    ? (teams.find(({ id }) => id === line.team_id)?.name ?? t`A team`)
    : t`Every team`;
  return line.priority ? `${team}, ${PRIORITIES[line.priority]}` : team;
}

export function PromiseLine({ line, teams, onChange, onRemove }: PromiseLineProps) {
  const name = nameOf(line, teams);
  return (
    <li className={classes.line}>
      <div className={classes.head}>
        <h3>{name}</h3>
        <ActionIcon variant="subtle" color="gray" aria-label={t`Take out ${name}`} onClick={onRemove}>
          <CloseIcon size={12} />
        </ActionIcon>
      </div>
      <div className={classes.times}>
        {PROMISES.map((promise) => (
          <TextInput
            key={promise}
            label={NAMES[promise]}
            aria-label={`${NAMES[promise]}, ${name}`}
            placeholder={t`No promise`}
            value={line[promise]}
            error={readTime(line[promise]) === undefined && t`Like 30 m or 4 h`}
            onChange={(event) => onChange({ [promise]: event.currentTarget.value })}
          />
        ))}
        <Select
          label={t`Time that counts`}
          aria-label={t`Time that counts, ${name}`}
          data={HOURS}
          value={line.hours}
          allowDeselect={false}
          onChange={(value) => value && onChange({ hours: value as Counts })}
        />
      </div>
      <Example line={line} />
    </li>
  );
}

function Example({ line }: { line: Line }) {
  const promise = PROMISES.find((name) => typeof readTime(line[name]) === "number");
  const [asked] = useDebouncedValue(
    { team_id: line.team_id, hours: line.hours, minutes: promise ? (readTime(line[promise]) ?? 0) : 0 },
    TYPING_PAUSE,
  );
  const { data, error } = useQuery({
    queryKey: ["sla", "example", asked.team_id, asked.hours, asked.minutes],
    queryFn: ({ signal }) => fetchExample(asked, signal),
    enabled: asked.minutes > 0,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  if (error || !data || !promise) return <p className={classes.example} />;
  const [from, by, zone] = data.known
    ? [wallClock(data.at), wallClockAfter(data.due_at, data.at), data.time_zone]
    : [];
  return (
    <p className={classes.example}>
      {!data.known ? (
        t`Nobody is at work that long within the year. Look at the opening hours.`
      ) : promise === "resolution" ? (
        <Trans>
          A message on <b>{from}</b> is to be solved by <b>{by}</b> ({zone}).
        </Trans>
      ) : (
        <Trans>
          A message on <b>{from}</b> is to be answered by <b>{by}</b> ({zone}).
        </Trans>
      )}
    </p>
  );
}
