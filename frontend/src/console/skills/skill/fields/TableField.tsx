/** A list of things of the same shape, such as the criteria of a lead: a line each, with its own fields. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { ActionIcon, Button } from "@mantine/core";
import { useId, useRef } from "react";
import { CloseIcon, PlusIcon } from "../../../shell/icons";
import { emptyRow } from "../policyForm";
import classes from "../Skill.module.css";
import { type FieldProps, PolicyField } from "./PolicyField";

type Row = Record<string, unknown>;

const removal = (line: number, table: string): string => t`Remove line ${line} of ${table}`;

export function TableField({ setting, value, error, onChange }: FieldProps) {
  const id = useId();
  const list = useRef<HTMLOListElement>(null);
  const rows = (Array.isArray(value) ? value : []) as Row[];
  const put = (place: number, row: Row) => onChange(rows.map((one, at) => (at === place ? row : one)));
  const focus = (place: number) =>
    requestAnimationFrame(() =>
      list.current?.children[place]?.querySelector<HTMLElement>("input, select")?.focus(),
    );
  const add = () => {
    onChange([...rows, emptyRow(setting.columns)]);
    focus(rows.length);
  };
  const remove = (place: number) => {
    onChange(rows.filter((_, at) => at !== place));
    focus(Math.max(0, place - 1));
  };
  return (
    <section className={classes.table} aria-labelledby={id}>
      <h3 id={id}>{setting.label}</h3>
      {setting.help && <p>{setting.help}</p>}
      <ol ref={list}>
        {rows.map((row, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
          <li key={place}>
            <div className={classes.row}>
              {setting.columns.map((column) => (
                <PolicyField
                  key={column.name}
                  setting={column}
                  tight
                  value={row[column.name]}
                  error={null}
                  onChange={(next) => put(place, { ...row, [column.name]: next })}
                />
              ))}
            </div>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={removal(place + 1, setting.label)}
              onClick={() => remove(place)}
            >
              <CloseIcon />
            </ActionIcon>
          </li>
        ))}
      </ol>
      {error && (
        <p className={classes.error} role="alert">
          {error}
        </p>
      )}
      <div>
        <Button variant="default" size="xs" leftSection={<PlusIcon size={12} />} onClick={add}>
          <Trans>Add a line</Trans>
        </Button>
      </div>
    </section>
  );
}
