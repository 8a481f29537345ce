/** A day, and the times that are free on it for a service: one is chosen. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { TextInput } from "@mantine/core";
import { useId } from "react";
import { Bone } from "../../ui/Bone";
import { FormProblem } from "../../ui/FormProblem";
import classes from "./Calendars.module.css";
import { timeIn } from "./days";
import { useOpenings } from "./useCalendars";

interface FreeTimesProps {
  service: string;
  zone: string;
  day: string;
  onDay: (day: string) => void;
  /** The chosen moment; "" while none is. */
  time: string;
  onTime: (time: string) => void;
  problem: string | null;
}

export function FreeTimes({ service, zone, day, onDay, time, onTime, problem }: FreeTimesProps) {
  const { data, error } = useOpenings(service, day);
  const name = useId();
  return (
    <div className={classes.free}>
      <TextInput
        type="date"
        label={t`Day`}
        value={day}
        required
        onChange={(event) => {
          onDay(event.currentTarget.value);
          onTime("");
        }}
      />
      {data ? (
        <fieldset>
          <legend>
            <Trans>Free times, as customers see them</Trans>
          </legend>
          {data.data.length === 0 && (
            <p className={classes.none}>
              <Trans>Nothing is free on that day.</Trans>
            </p>
          )}
          <div className={classes.times}>
            {data.data.map(({ starts_at: one }) => (
              <label key={one} className={classes.time}>
                <input
                  type="radio"
                  name={name}
                  value={one}
                  checked={one === time}
                  onChange={() => onTime(one)}
                />
                <span>{timeIn(one, zone)}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ) : (
        !error && day && <Bone width="100%" height={56} />
      )}
      <FormProblem problem={error} />
      {problem && (
        <p className={classes.wrong} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
