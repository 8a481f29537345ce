/** What an hour of a person and a million tokens cost: the cost of a resolution is worked out from them. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Modal, TextInput } from "@mantine/core";
import { useState } from "react";
import { atField } from "../../api/problems";
import type { ReportSettings } from "../../api/reports";
import { useMay } from "../../shell/useMay";
import { FormProblem } from "../../ui/FormProblem";
import { tell } from "../../ui/notices";
import classes from "../metric/Metric.module.css";
import { useChangePrices, useReportSettings } from "./useSettings";

/** The button stands where money is shown; who may not change prices sees none. */
export function Prices() {
  const [opened, setOpened] = useState(false);
  const may = useMay("settings.manage");
  const { data } = useReportSettings();
  if (!may || !data) return null;
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setOpened(true)}>
        {data.agent_hour === null && data.tokens_per_million === null
          ? t`Set the prices`
          : t`Change the prices`}
      </Button>
      <Modal opened={opened} onClose={() => setOpened(false)} title={t`What work costs`} size={420}>
        {opened && <Form saved={data} onClose={() => setOpened(false)} />}
      </Modal>
    </>
  );
}

const FIELDS = ["agent_hour", "tokens_per_million", "currency"] as const;
const LABELS: Record<(typeof FIELDS)[number], [label: string, description: string]> = {
  agent_hour: [t`An hour of a person`, t`With all that belongs to it. Empty: no time is counted as money.`],
  tokens_per_million: [
    t`A million tokens`,
    t`Of the language model. Baton’s own engine uses none. Empty: tokens cost nothing here.`,
  ],
  currency: [t`Currency`, t`As EUR or USD`],
};

/** "32,50" is how many people write it. */
const asPrice = (typed: string): string | null => typed.trim().replace(",", ".") || null;

function Form({ saved, onClose }: { saved: ReportSettings; onClose: () => void }) {
  const [typed, setTyped] = useState<Record<string, string>>({
    agent_hour: saved.agent_hour ?? "",
    tokens_per_million: saved.tokens_per_million ?? "",
    currency: saved.currency,
  });
  const change = useChangePrices();
  const save = () =>
    change.mutate(
      {
        agent_hour: asPrice(typed.agent_hour ?? ""),
        tokens_per_million: asPrice(typed.tokens_per_million ?? ""),
        currency: (typed.currency ?? "").trim().toUpperCase(),
      },
      {
        onSuccess: () => {
          tell(t`The prices are kept. Costs are worked out anew.`);
          onClose();
        },
      },
    );
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {FIELDS.map((name) => (
        <TextInput
          key={name}
          label={LABELS[name][0]}
          description={LABELS[name][1]}
          inputMode={name === "currency" ? "text" : "decimal"}
          value={typed[name] ?? ""}
          error={atField(change.error, name)}
          onChange={({ currentTarget: { value } }) => setTyped((before) => ({ ...before, [name]: value }))}
        />
      ))}
      <FormProblem problem={change.error} fields={FIELDS} />
      <div className={classes.foot}>
        <Button variant="default" onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button type="submit" loading={change.isPending}>
          <Trans>Keep the prices</Trans>
        </Button>
      </div>
    </form>
  );
}
