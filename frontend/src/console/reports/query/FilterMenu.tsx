/** Narrows a report: one choice of each kind, counted for the days that are shown. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Popover, Select } from "@mantine/core";
import { useState } from "react";
import type { FilterName } from "../../api/reports";
import { FilterIcon } from "../../shell/icons";
import { number } from "../../shell/locale";
import { CHOSEN_FROM, FILTER_NAMES, rowName, useChoices } from "./choices";
import { type Chosen, narrowedBy } from "./chosen";
import classes from "./Query.module.css";
import type { Report } from "./useChosen";

interface FilterMenuProps {
  report: Report;
  change: (change: Partial<Chosen>) => void;
}

export default function FilterMenu({ report, change }: FilterMenuProps) {
  const [opened, setOpened] = useState(false);
  const count = Object.keys(report.filter).length;
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-start"
      width={280}
      trapFocus
      returnFocus
      shadow="md"
    >
      <Popover.Target>
        <Button
          size="xs"
          variant="default"
          leftSection={<FilterIcon size={14} />}
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          {count > 0 ? t`Filter (${count})` : t`Filter`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.menu} aria-label={t`Filter the report`}>
        {CHOSEN_FROM.map((name) => (
          <Narrow key={name} name={name} report={report} wanted={opened} change={change} />
        ))}
        {count > 0 && (
          <Button size="xs" variant="subtle" color="gray" onClick={() => change({ filter: {} })}>
            <Trans>Clear all</Trans>
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

function Narrow({ name, report, wanted, change }: FilterMenuProps & { name: FilterName; wanted: boolean }) {
  const { data, isLoading } = useChoices(report, name, wanted);
  const chosen = report.filter[name];
  const rows = data?.data ?? [];
  const known = chosen === undefined || rows.some((row) => row.key === chosen);
  const all = known ? rows : [...rows, { key: chosen, name: "", figures: {} }];
  return (
    <Select
      size="xs"
      label={FILTER_NAMES[name]}
      placeholder={isLoading ? t`Loading` : all.length === 0 ? t`None in these days` : t`All`}
      disabled={!isLoading && all.length === 0}
      data={all.map((row) => {
        const found = row.figures.volume?.value;
        const words = rowName(name, row);
        return { value: row.key, label: found == null ? words : `${words} (${number(found)})` };
      })}
      value={chosen ?? null}
      searchable={all.length > 8}
      clearable
      comboboxProps={{ withinPortal: false }}
      onChange={(value) => change({ filter: narrowedBy(report.filter, name, value) })}
    />
  );
}
