/** Which rules hand over how many, before and after. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { UnstyledButton } from "@mantine/core";
import type { ReplayResult, Side } from "../../api/replays";
import { Section } from "../../ui/Section";
import { signed } from "../panel/counting";
import classes from "./Replay.module.css";
import type { Open } from "./Result";
import { count } from "./words";

export function ByRule({ result, open }: { result: ReplayResult; open: Open }) {
  const rows = [...result.by_rule].sort((a, b) => b.now + b.was - a.now - a.was);
  if (rows.length === 0) return null;
  return (
    <Section title={t`By rule`}>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Rule</Trans>
              </th>
              <th scope="col">
                <Trans context="of rules">In force</Trans>
              </th>
              <th scope="col">
                <Trans>Draft</Trans>
              </th>
              <th scope="col">
                <Trans context="by how much">Change</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ rule, was, now }) => (
              <tr key={rule}>
                <th scope="row">{rule || t`Rules that cannot be read`}</th>
                <Cell value={was} rule={rule} side="before" open={open} />
                <Cell value={now} rule={rule} side="after" open={open} />
                <td data-more={now > was || undefined}>{now === was ? "" : signed(now - was)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function Cell({ value, rule, side, open }: { value: number; rule: string; side: Side; open: Open }) {
  if (value === 0) return <td className={classes.quiet}>{count(0)}</td>;
  const many = count(value);
  return (
    <td>
      <UnstyledButton
        className={classes.number}
        onClick={() => open({ rule, side })}
        aria-label={side === "before" ? t`${rule}, in force: ${many}` : t`${rule}, draft: ${many}`}
      >
        {many}
      </UnstyledButton>
    </td>
  );
}
