/** Which figures a report has, and by what its table tells them apart. */

import { t } from "@lingui/core/macro";
import { Checkbox, NativeSelect } from "@mantine/core";
import type { ReactNode } from "react";
import type { Metric, MetricGroup } from "../../api/reports";
import type { Wanted } from "../../api/sending";
import { byWords } from "../query/choices";
import { useDefinitions } from "../useReports";
import classes from "./Schedules.module.css";
import { MOST_METRICS } from "./words";

const GROUPS: Record<MetricGroup, string> = { trust: t`Trust`, volume: t`Volume` };
/** A printed table of hours or weekdays says little. */
const LEFT_OUT = ["weekday", "hour"];

interface FigureChoiceProps {
  chosen: string[];
  by: string;
  problem: string | null;
  onChange: (change: Pick<Wanted, "metrics"> | Pick<Wanted, "by">) => void;
}

export function FigureChoice({ chosen, by, problem, onChange }: FigureChoiceProps) {
  const { data } = useDefinitions();
  if (!data) return null;
  const choose = (key: string) =>
    onChange({
      metrics: chosen.includes(key)
        ? chosen.filter((one) => one !== key)
        : data.data.map((one) => one.key).filter((one) => one === key || chosen.includes(one)),
    });
  const count = chosen.length;
  return (
    <>
      <fieldset className={classes.group}>
        <legend>{t`Figures (${count} of at most ${MOST_METRICS})`}</legend>
        <div className={classes.scrolled}>
          {(Object.keys(GROUPS) as MetricGroup[]).map((group) => (
            <Group key={group} name={GROUPS[group]} metrics={data.data.filter((one) => one.group === group)}>
              {(metric) => (
                <Checkbox
                  key={metric.key}
                  size="xs"
                  label={metric.name}
                  checked={chosen.includes(metric.key)}
                  disabled={chosen.length >= MOST_METRICS && !chosen.includes(metric.key)}
                  onChange={() => choose(metric.key)}
                />
              )}
            </Group>
          ))}
        </div>
        {(problem || chosen.length === 0) && (
          <p className={classes.problem} role="alert">
            {problem ?? t`Choose at least one.`}
          </p>
        )}
      </fieldset>
      <NativeSelect
        label={t`With a table of the first five`}
        value={by}
        data={[
          { value: "", label: t({ message: "None", context: "a table" }) },
          ...data.dimensions
            .filter(({ key }) => !LEFT_OUT.includes(key))
            .map(({ key, name }) => ({ value: key, label: byWords(key, name) })),
        ]}
        onChange={({ currentTarget: { value } }) => onChange({ by: value })}
      />
    </>
  );
}

interface GroupProps {
  name: string;
  metrics: Metric[];
  children: (metric: Metric) => ReactNode;
}

function Group({ name, metrics, children }: GroupProps) {
  return (
    <div className={classes.figures}>
      <h4>{name}</h4>
      {metrics.map(children)}
    </div>
  );
}
