/** To which conversations a scheduled report is narrowed. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { NativeSelect } from "@mantine/core";
import type { FilterName } from "../../api/reports";
import { listed } from "../../shell/locale";
import { FILTER_NAMES, rowName, useChoices } from "../query/choices";
import { type Report, useChosen } from "../query/useChosen";
import classes from "./Schedules.module.css";

const BY: readonly FilterName[] = ["team", "topic", "channel", "part"];
const SEVERAL = "several";

interface NarrowingProps {
  filters: Record<string, string[]>;
  onChange: (filters: Record<string, string[]>) => void;
}

export function Narrowing({ filters, onChange }: NarrowingProps) {
  const { report } = useChosen();
  const others = Object.keys(filters).filter((name) => !BY.some((one) => one === name));
  const names = listed(others.map((one) => FILTER_NAMES[one as FilterName] ?? one));
  if (!report) return null;
  return (
    <fieldset className={classes.group}>
      <legend>
        <Trans>Only conversations of</Trans>
      </legend>
      <div className={classes.narrowing}>
        {BY.map((name) => (
          <One key={name} name={name} report={report} filters={filters} onChange={onChange} />
        ))}
      </div>
      {others.length > 0 && <p className={classes.hint}>{t`Narrowed by ${names}, too.`}</p>}
    </fieldset>
  );
}

function One({ name, report, filters, onChange }: NarrowingProps & { name: FilterName; report: Report }) {
  const rows = useChoices(report, name).data?.data ?? [];
  const chosen = filters[name] ?? [];
  const [first] = chosen;
  const count = chosen.length;
  const several = count > 1;
  const unknown = first !== undefined && !several && !rows.some((row) => row.key === first);
  const data = [
    { value: "", label: t`All` },
    ...(several ? [{ value: SEVERAL, label: t`${count} of them` }] : []),
    ...(unknown ? [{ value: first, label: rowName(name, { key: first, name: "" }) }] : []),
    ...rows.map((row) => ({ value: row.key, label: rowName(name, row) })),
  ];
  const choose = (value: string) => {
    if (value === SEVERAL) return;
    const { [name]: _before, ...rest } = filters;
    onChange(value ? { ...rest, [name]: [value] } : rest);
  };
  return (
    <NativeSelect
      size="xs"
      label={FILTER_NAMES[name]}
      value={several ? SEVERAL : (first ?? "")}
      data={data}
      onChange={({ currentTarget: { value } }) => choose(value)}
    />
  );
}
