/** Several texts, a line each. */

import { t } from "@lingui/core/macro";
import { Textarea } from "@mantine/core";
import { useState } from "react";
import { linesOf } from "../policyForm";
import classes from "../Skill.module.css";
import type { FieldProps } from "./PolicyField";

export function LinesField({ setting, value, error, onChange }: FieldProps) {
  const saved = (Array.isArray(value) ? value : []).join("\n");
  const [typed, setTyped] = useState(saved);
  const shown = linesOf(typed).join("\n") === saved ? typed : saved; // a new line that is empty yet stays
  return (
    <Textarea
      label={setting.label}
      description={[setting.help, t`A line each.`].filter(Boolean).join(" ")}
      error={error}
      className={classes.words}
      autosize
      minRows={2}
      maxRows={10}
      value={shown}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onChange(linesOf(event.currentTarget.value));
      }}
    />
  );
}
