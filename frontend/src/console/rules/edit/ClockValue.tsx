/** From one time of the day to another, also past midnight. */

import { t } from "@lingui/core/macro";
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
          label={t({ message: "From", context: "a time" })}
          value={from}
          onChange={(event) => onChange([event.currentTarget.value, to])}
        />
        <TextInput
          type="time"
          label={t({ message: "To", context: "a time" })}
          value={to}
          onChange={(event) => onChange([from, event.currentTarget.value])}
        />
      </div>
      <p className={classes.hint}>
        {from > to
          ? t`Past midnight, in the time zone of your company.`
          : t`In the time zone of your company.`}
      </p>
    </>
  );
}
