/** A team's hours: always, or by the week; its time zone; its own days off. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { SegmentedControl } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Named } from "../../../shared/wire";
import { fetchHours, putHours, type TeamHours } from "../../api/hours";
import { atField } from "../../api/problems";
import { Bone } from "../../ui/Bone";
import { useDraft } from "../../ui/drafts";
import { Failure } from "../../ui/Failure";
import { SaveBar } from "../../ui/SaveBar";
import { Fields } from "../Fields";
import { ZoneSelect } from "../ZoneSelect";
import { Holidays } from "./Holidays";
import classes from "./Hours.module.css";
import { WeekEditor } from "./WeekEditor";
import { tidy, usualWeek, WEEKDAYS, weekProblem } from "./week";

interface TeamWeekProps {
  team: Named;
  companyZone: string;
}

const hoursKey = (teamId: string) => ["hours", teamId] as const;

export function TeamWeek({ team, companyZone }: TeamWeekProps) {
  const { data, error, refetch } = useQuery({
    queryKey: hoursKey(team.id),
    queryFn: ({ signal }) => fetchHours(team.id, signal),
  });
  if (data) return <TeamForm team={team} companyZone={companyZone} saved={data} />;
  if (error)
    return (
      <Failure problem={error} what={t`The hours could not be loaded.`} onRetry={() => void refetch()} />
    );
  return (
    <div className={classes.week}>
      {WEEKDAYS.map((weekday) => (
        <Bone key={weekday} width="100%" height={36} />
      ))}
    </div>
  );
}

function useSaveHours(team: Named) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (hours: TeamHours) => putHours(team.id, hours),
    onSuccess: (saved) => client.setQueryData(hoursKey(team.id), saved),
  });
}

function TeamForm({ team, companyZone, saved }: TeamWeekProps & { saved: TeamHours }) {
  const { time_zone, weekly, holidays } = saved;
  const { name } = team;
  const draft = useDraft(`hours ${team.id}`, { time_zone: time_zone ?? "", weekly: tidy(weekly), holidays });
  const { mutate, isPending, error, reset } = useSaveHours(team);
  const { fields, change } = draft;
  const always = fields.weekly.length === 0;
  return (
    <>
      <Fields legend={t`Hours of ${name}`}>
        <SegmentedControl
          aria-label={t`When this team is at work`}
          value={always ? "always" : "weekly"}
          data={[
            { value: "always", label: t`Always open` },
            { value: "weekly", label: t`By the week` },
          ]}
          onChange={(kind) => change({ weekly: kind === "always" ? [] : usualWeek() })}
        />
        {!always && <WeekEditor weekly={fields.weekly} onChange={(week) => change({ weekly: week })} />}
        {!always && (
          <ZoneSelect
            label={t`Time zone of this team`}
            first={{ value: "", label: t`The company’s: ${companyZone}` }}
            value={fields.time_zone}
            error={atField(error, "time_zone")}
            onChoose={(zone) => change({ time_zone: zone })}
          />
        )}
        <div>
          <h3 className={classes.subject}>
            <Trans>Days off of this team</Trans>
          </h3>
          <Holidays
            holidays={fields.holidays}
            empty={t`None of its own. Days off for everybody count here too.`}
            onChange={(days) => change({ holidays: days })}
          />
        </div>
      </Fields>
      <SaveBar
        shown={draft.changed}
        busy={isPending}
        problem={error}
        fields={["time_zone"]}
        hindrance={weekProblem(fields.weekly)}
        onSave={() => mutate({ ...fields, weekly: tidy(fields.weekly) }, { onSuccess: draft.reset })}
        onDiscard={() => {
          draft.reset();
          reset();
        }}
      />
    </>
  );
}
