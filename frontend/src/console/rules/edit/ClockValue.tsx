/** From one time of the day to another, also past midnight. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { TextInput } from "@mantine/core";
import type { Value } from "../../api/rules";
import classes from "../pick/Pick.module.css";

interface ClockValueProps {
  value: Value;
  onChange: (value: string[]) => void;
}

export function ClockValue({ value, onChange }: ClockValueProps) {
  const [from = "", to = ""] = Array.isArray(value) ? value.map(String) : [];
  return (
    <>
      <div className={classes.clock}>
        <TextInput
          type="time"
          label={t`From`}
          value={from}
          onChange={(event) => onChange([event.currentTarget.value, to])}
        />
        <TextInput
          type="time"
          label={t`To`}
          value={to}
          onChange={(event) => onChange([from, event.currentTarget.value])}
        />
      </div>
      <p className={classes.hint}>
        {from > to ? t`Past midnight, in` : t`In`} <Trans>the time zone of your company.</Trans>
      </p>
    </>
  );
}
