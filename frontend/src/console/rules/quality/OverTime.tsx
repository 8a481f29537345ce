/** The measures week by week, or version by version, for all reasons or one. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import type { Behind, PartOfTime, Quality } from "../../api/quality";
import { number } from "../../shell/locale";
import { Section } from "../../ui/Section";
import table from "../../ui/Table.module.css";
import { Count } from "./Count";
import classes from "./Quality.module.css";
import { Share } from "./TriggersTable";
import { partInWords } from "./words";

interface OverTimeProps {
  quality: Quality;
  onBehind: (asked: Omit<Behind, "days">) => void;
}

const FEW = 6;

export function OverTime({ quality, onBehind }: OverTimeProps) {
  const [name, setName] = useState("");
  const [whole, setWhole] = useState(false);
  const row = quality.triggers.find((trigger) => trigger.name === name) ?? quality.all;
  const parts = [...row.series].reverse();
  const all = number(parts.length);
  const shown = whole ? parts : parts.slice(0, FEW);
  return (
    <Section
      title={quality.by === "week" ? t`Week by week` : t`Version by version`}
      says={
        quality.by === "week"
          ? t`The newest first. Small numbers have wide intervals: look at the direction, not at one week.`
          : t`What was decided under each version of the rules.`
      }
      actions={
        <NativeSelect
          size="xs"
          aria-label={t`Which reason`}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          data={[
            { value: "", label: t`All reasons` },
            ...quality.triggers.map((trigger) => ({ value: trigger.name, label: trigger.label })),
          ]}
        />
      }
    >
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">
              {quality.by === "week" ? t({ message: "Week", context: "heading of a column" }) : t`Version`}
            </th>
            <th scope="col">
              <Trans>Handovers</Trans>
            </th>
            <th scope="col">
              <Trans>A person was needed</Trans>
            </th>
            <th scope="col">
              <Trans>In time</Trans>
            </th>
            <th scope="col">
              <Trans>Got a person</Trans>
            </th>
            <th scope="col">
              <Trans>Missed</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((part) => (
            <Row key={part.key} part={part} by={quality.by} trigger={name} onBehind={onBehind} />
          ))}
        </tbody>
      </table>
      {parts.length > FEW && (
        <p>
          <button type="button" className={classes.number} onClick={() => setWhole(!whole)}>
            {whole ? t`Show fewer` : t`Show all ${all}`}
          </button>
        </p>
      )}
    </Section>
  );
}

interface RowProps {
  part: PartOfTime;
  by: Quality["by"];
  trigger: string;
  onBehind: OverTimeProps["onBehind"];
}

function Row({ part, by, trigger, onBehind }: RowProps) {
  const open = (kind: Behind["kind"]) => () =>
    onBehind({
      kind,
      ...(trigger && { trigger }),
      ...(by === "week" ? { week: part.key } : { version: Number(part.key) }),
    });
  return (
    <tr>
      <td>{partInWords(part, by)}</td>
      <td data-label={t`Handovers`}>
        <Count count={part.handovers} onOpen={open("handovers")} />
      </td>
      <td data-label={t`Needed`}>
        <Share estimate={part.precision} measure="precision">
          {part.needless > 0 && <Count count={part.needless} kind="needless" onOpen={open("needless")} />}
        </Share>
      </td>
      <td data-label={t`In time`}>
        <Share estimate={part.in_time} measure="in_time">
          {part.too_late > 0 && <Count count={part.too_late} kind="too_late" onOpen={open("too_late")} />}
        </Share>
      </td>
      <td data-label={t`Got a person`}>
        <Share estimate={part.recall} measure="recall" />
      </td>
      <td data-label={t`Missed`}>
        <Count count={part.missed} onOpen={open("missed")} />
      </td>
    </tr>
  );
}
