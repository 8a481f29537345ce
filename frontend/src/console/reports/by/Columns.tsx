/** Which figures stand in the table: a box to tick for each. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Checkbox, Popover } from "@mantine/core";
import { useState } from "react";
import type { Metric } from "../../api/reports";
import { ChevronIcon } from "../../shell/icons";
import classes from "./By.module.css";
import { MOST_COLUMNS } from "./columns";

interface ColumnsProps {
  metrics: readonly Metric[];
  chosen: readonly string[];
  onChoose: (keys: string[]) => void;
}

const GROUPS = [
  ["trust", t`Trust`],
  ["volume", t`Volume`],
] as const;

export function Columns({ metrics, chosen, onChoose }: ColumnsProps) {
  const [opened, setOpened] = useState(false);
  const count = chosen.length;
  const full = chosen.length >= MOST_COLUMNS;
  const toggle = (key: string) =>
    onChoose(chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key]);
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" width={280} trapFocus returnFocus>
      <Popover.Target>
        <Button
          size="xs"
          variant="default"
          aria-expanded={opened}
          rightSection={<ChevronIcon size={12} />}
          onClick={() => setOpened(!opened)}
        >
          {t`Figures (${count})`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.choices} aria-label={t`Which figures`}>
        {GROUPS.map(([group, name]) => (
          <fieldset key={group}>
            <legend>{name}</legend>
            {metrics
              .filter((metric) => metric.group === group)
              .map(({ key, name: label }) => {
                const ticked = chosen.includes(key);
                return (
                  <Checkbox
                    key={key}
                    size="xs"
                    label={label}
                    checked={ticked}
                    disabled={ticked ? chosen.length === 1 : full}
                    onChange={() => toggle(key)}
                  />
                );
              })}
          </fieldset>
        ))}
        {full && (
          <small>
            <Trans>{MOST_COLUMNS} at once: untick one to see another.</Trans>
          </small>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
