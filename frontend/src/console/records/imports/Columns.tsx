/** Which column of a file fills which field, beside the first lines of the file. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Checkbox, Select } from "@mantine/core";
import { useState } from "react";
import type { DateWay, RecordImport, Way } from "../../api/recordImports";
import { listed } from "../../shell/locale";
import { FormProblem } from "../../ui/FormProblem";
import records from "../Records.module.css";
import classes from "./Imports.module.css";
import { useDismiss, useRead } from "./useImports";

const DATES: { value: DateWay; label: string }[] = [
  { value: "iso", label: t`2026-11-30, or 30.11.2026` },
  { value: "day_first", label: t`30/11/2026: the day first` },
  { value: "month_first", label: t`11/30/2026: the month first` },
];

export function Columns({ one, onRead }: { one: RecordImport; onRead: () => void }) {
  const [way, setWay] = useState<Way>({
    mapping: one.mapping,
    attributes: one.attributes,
    dates: one.dates,
  });
  const read = useRead(one.id);
  const dismiss = useDismiss(one.id);
  const used = new Set(Object.values(way.mapping));
  const unused = one.columns.filter((column) => column && !used.has(column));
  const missing = one.fields.filter(({ name, needed }) => needed && !way.mapping[name]);
  const lacking = listed(missing.map(({ label }) => `“${label}”`));
  const choose = (field: string, column: string | null) => {
    const mapping = { ...way.mapping };
    if (column) mapping[field] = column;
    else delete mapping[field];
    setWay({ ...way, mapping, attributes: way.attributes.filter((each) => each !== column) });
  };
  return (
    <div className={classes.whole}>
      <Sample one={one} />
      <div className={records.grid}>
        {one.fields.map(({ name, label, needed }) => (
          <Select
            key={name}
            label={label}
            withAsterisk={needed}
            placeholder={t`No column`}
            clearable
            searchable
            data={one.columns.filter(Boolean)}
            value={way.mapping[name] ?? null}
            onChange={(column) => choose(name, column)}
          />
        ))}
        <Select
          label={t`How dates are written`}
          data={DATES}
          value={way.dates}
          allowDeselect={false}
          onChange={(dates) => dates && setWay({ ...way, dates: dates as DateWay })}
        />
      </div>
      {one.keeps_attributes && unused.length > 0 && (
        <Checkbox.Group
          label={t`Keep as attributes`}
          description={t`Columns without a field of their own.`}
          value={way.attributes}
          onChange={(attributes) => setWay({ ...way, attributes })}
        >
          <div className={classes.attributes}>
            {unused.map((column) => (
              <Checkbox key={column} value={column} label={column} />
            ))}
          </div>
        </Checkbox.Group>
      )}
      <FormProblem problem={read.error} />
      <div className={records.foot}>
        <Button loading={read.isPending} onClick={() => read.mutate(way, { onSuccess: onRead })}>
          <Trans>Look through the lines</Trans>
        </Button>
        <Button
          variant="subtle"
          color="gray"
          loading={dismiss.isPending}
          onClick={() => dismiss.mutate(undefined)}
        >
          <Trans>Dismiss</Trans>
        </Button>
        {missing.length > 0 && (
          <span className={records.hint}>
            <Trans>Without {lacking} only what is there already can be changed.</Trans>
          </span>
        )}
      </div>
    </div>
  );
}

function Sample({ one }: { one: RecordImport }) {
  if (one.sample.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways has to be reached by keyboard
    <section className={classes.sample} tabIndex={0} aria-label={t`The first lines of the file`}>
      <table>
        <thead>
          <tr>
            {one.columns.map((column, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns stay where they are
              <th key={place} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {one.sample.map((row, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines stay where they are
            <tr key={place}>
              {one.columns.map((_, cell) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells stay where they are
                <td key={cell}>{row[cell]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
