/** One setting of a policy, drawn by its kind. */

import { Checkbox, NativeSelect, NumberInput, Switch, Textarea, TextInput } from "@mantine/core";
import type { Setting } from "../../../api/skills";
import { number } from "../../../shell/locale";
import { amount } from "../policyForm";
import classes from "../Skill.module.css";
import { LinesField } from "./LinesField";
import { TableField } from "./TableField";

export interface FieldProps {
  setting: Setting;
  value: unknown;
  error: string | null;
  /** In a table: without words of help. */
  tight?: boolean;
  onChange: (value: unknown) => void;
}

/** From so many letters on a text gets several lines. */
const LONG = 200;

export function PolicyField(props: FieldProps) {
  switch (props.setting.kind) {
    case "whole":
    case "money":
      return <Figure {...props} />;
    case "yes_no":
      return <YesNo {...props} />;
    case "choice":
      return <OneOf {...props} />;
    case "choices":
      return <SomeOf {...props} />;
    case "texts":
      return <LinesField {...props} />;
    case "table":
      return <TableField {...props} />;
    case "text":
      return <Words {...props} />;
  }
}

const named = ({ setting, error, tight }: FieldProps) => ({
  label: setting.label,
  description: tight ? undefined : setting.help || undefined,
  error,
});

/** "," where the reader writes 12,50. */
const decimalSign = (): string => number(0.5).charAt(1);

function Figure(props: FieldProps) {
  const { setting, value, onChange } = props;
  const money = setting.kind === "money";
  return (
    <NumberInput
      {...named(props)}
      className={classes.figure}
      value={typeof value === "string" || typeof value === "number" ? value : ""}
      min={setting.least}
      max={setting.most}
      clampBehavior="none"
      allowNegative={setting.least < 0}
      allowDecimal={money}
      decimalSeparator={decimalSign()}
      allowedDecimalSeparators={[".", ","]}
      {...(money && { decimalScale: 2, fixedDecimalScale: true })}
      suffix={setting.unit ? ` ${setting.unit}` : ""}
      onChange={(typed) => onChange(money ? amount(typed) : typed)}
    />
  );
}

function YesNo(props: FieldProps) {
  return (
    <Switch
      {...named(props)}
      checked={props.value === true}
      onChange={(event) => props.onChange(event.currentTarget.checked)}
    />
  );
}

function OneOf(props: FieldProps) {
  return (
    <NativeSelect
      {...named(props)}
      className={classes.words}
      data={props.setting.options}
      value={String(props.value ?? "")}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}

function SomeOf(props: FieldProps) {
  const chosen = Array.isArray(props.value) ? props.value.map(String) : [];
  return (
    <Checkbox.Group {...named(props)} value={chosen} onChange={props.onChange}>
      <div className={classes.options}>
        {props.setting.options.map((option) => (
          <Checkbox key={option.value} value={option.value} label={option.label} />
        ))}
      </div>
    </Checkbox.Group>
  );
}

function Words(props: FieldProps) {
  const { setting, value, tight, onChange } = props;
  const shown = {
    ...named(props),
    className: classes.words ?? "",
    maxLength: Math.min(setting.most, 4000),
    value: String(value ?? ""),
  };
  if (tight || setting.most <= LONG) {
    return <TextInput {...shown} onChange={(event) => onChange(event.currentTarget.value)} />;
  }
  return (
    <Textarea
      {...shown}
      autosize
      minRows={2}
      maxRows={8}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
