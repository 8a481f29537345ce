/** The value of a comparison: a level in words, a number, some of the known values, a time of day. */

import { t } from "@lingui/core/macro";
import type { FactEntry, Plain, Value } from "../../api/rules";
import { languageName } from "../../ui/languages";
import { valueInWords } from "../document/words";
import { type Option, plainList } from "../pick/options";
import { Pick } from "../pick/Pick";
import { PickBox } from "../pick/PickBox";
import { ClockValue } from "./ClockValue";
import { ManyValue } from "./ManyValue";
import { NumberValue } from "./NumberValue";
import { ShareValue } from "./ShareValue";
import { TextValue } from "./TextValue";

export interface ValueProps {
  entry: FactEntry;
  kind: string;
  value: Value;
  wrong: string | null;
  asked: boolean;
  disabled: boolean;
  onChange: (value: Value) => void;
}

const YES_NO: Option[] = [
  { value: "true", label: t`yes` },
  { value: "false", label: t`no` },
];

/** The known values as a list; what is picked in it is a text, and `known` finds the value again. */
export function choicesOf({ fact, choices }: FactEntry): Option[] {
  return (choices ?? []).map(({ value, label }) => ({
    value: String(value),
    label: fact === "language" ? languageName(String(value)) : label,
  }));
}

const known = ({ choices }: FactEntry, picked: string): Plain =>
  choices?.find(({ value }) => String(value) === picked)?.value ?? picked;

export function ValuePick(props: ValueProps) {
  const { entry, kind, value, wrong, asked, disabled, onChange } = props;
  const words = valueInWords(value, entry, kind);
  const { label: called } = entry;
  const text = words || t`choose…`;
  const shared = { label: t`Value: ${called}`, text, wrong, asked, disabled, empty: !words };
  const choices = choicesOf(entry);
  if (kind === "boolean") {
    const pick = (chosen: string) => onChange(chosen === "true");
    return <Pick {...shared} value={String(value)} groups={plainList(YES_NO)} onPick={pick} />;
  }
  if (kind === "choice" && choices.length > 0) {
    return (
      <Pick
        {...shared}
        value={String(value)}
        groups={plainList(choices)}
        search={choices.length > 8}
        onPick={(picked) => onChange(known(entry, picked))}
      />
    );
  }
  return <PickBox {...shared}>{(close) => <Box {...props} choices={choices} close={close} />}</PickBox>;
}

interface BoxProps extends ValueProps {
  choices: readonly Option[];
  close: () => void;
}

function Box({ entry, kind, value, choices, close, onChange }: BoxProps) {
  if (kind === "share") return <ShareValue entry={entry} value={Number(value)} onChange={onChange} />;
  if (kind === "number")
    return <NumberValue entry={entry} value={Number(value)} close={close} onChange={onChange} />;
  if (kind === "clock_range") return <ClockValue value={value} onChange={onChange} />;
  if (Array.isArray(value)) {
    return <ManyValue label={entry.label} value={value.map(String)} choices={choices} onChange={onChange} />;
  }
  return (
    <TextValue
      label={entry.label}
      value={String(value)}
      choices={choices}
      close={close}
      onChange={onChange}
    />
  );
}
