/** A list, written down: what it looks for, how many, and what it would have drawn of the last seven days. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Modal, NativeSelect, NumberInput, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { type Plan, type PlanFields, previewPlan, type Scorecard } from "../../api/assessments";
import { listTeams } from "../../api/conversations";
import { listPeople } from "../../api/people";
import { atField } from "../../api/problems";
import { listTopics } from "../../api/topics";
import { number } from "../../shell/locale";
import { FormProblem } from "../../ui/FormProblem";
import { tell } from "../../ui/notices";
import classes from "../Quality.module.css";
import { useSettled } from "../useAssessments";
import { SPREADS, WANTED } from "../words";

interface PlanDialogProps {
  cards: Scorecard[];
  title: string;
  begins: PlanFields;
  save: (fields: PlanFields) => Promise<Plan>;
  /** What is said once it is saved. */
  says: string;
  onClose: () => void;
}

const SHARES = [0, 0.1, 0.2, 0.3, 0.5, 1];
const TOLD = ["name", "per_week"];

export const fieldsOf = (plan: Plan): PlanFields => ({
  name: plan.name,
  scorecard_id: plan.scorecard.id,
  wanted: plan.wanted.kind,
  per_week: plan.per_week,
  spread_by: plan.spread_by ?? "",
  second_share: plan.second_share,
  team_id: plan.team?.id ?? null,
  agent_id: plan.agent?.id ?? null,
  topic: plan.topic ?? "",
  is_active: plan.is_active,
});

const shares = (now: number): number[] => [...new Set([...SHARES, now])].sort((a, b) => a - b);

function ofThem(share: number): string {
  if (share === 0) return t`None of them`;
  const part = number(share, { style: "percent" });
  return t`${part} of them`;
}

export function PlanDialog({ cards, title, begins, save, says, onClose }: PlanDialogProps) {
  const [fields, setFields] = useState(begins);
  const settled = useSettled();
  const set = (change: Partial<PlanFields>) => setFields({ ...fields, ...change });
  const saving = useMutation({
    mutationFn: () => save({ ...fields, name: fields.name.trim() }),
    onSuccess: () => {
      settled();
      tell(says);
      onClose();
    },
  });
  const teams = useQuery({ queryKey: ["teams"], queryFn: ({ signal }) => listTeams(signal) });
  const people = useQuery({ queryKey: ["people"], queryFn: ({ signal }) => listPeople(signal) });
  const topics = useQuery({ queryKey: ["topics"], queryFn: ({ signal }) => listTopics(signal) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (fields.name.trim()) saving.mutate();
  };
  const wanted = WANTED.find(([kind]) => kind === fields.wanted);
  return (
    <Modal opened onClose={onClose} title={title} size={620}>
      <form className={classes.form} onSubmit={submit}>
        <TextInput
          label={t`Name`}
          maxLength={80}
          data-autofocus
          value={fields.name}
          error={atField(saving.error, "name")}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <div className={classes.two}>
          <NativeSelect
            label={t`Looks for`}
            description={wanted?.[2]}
            value={fields.wanted}
            data={WANTED.map(([value, label]) => ({ value, label }))}
            onChange={(event) => set({ wanted: event.currentTarget.value as PlanFields["wanted"] })}
          />
          <NativeSelect
            label={t`Scorecard`}
            description={t`What reviewers fill in`}
            value={fields.scorecard_id}
            data={cards.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) => set({ scorecard_id: event.currentTarget.value })}
          />
          <NumberInput
            label={t`How many a week`}
            min={1}
            max={500}
            allowDecimal={false}
            value={fields.per_week}
            error={atField(saving.error, "per_week")}
            onChange={(value) => set({ per_week: Number(value) || 1 })}
          />
          <NativeSelect
            label={t`Spread`}
            value={fields.spread_by}
            data={SPREADS.map(([value, label]) => ({ value, label }))}
            onChange={(event) => set({ spread_by: event.currentTarget.value as PlanFields["spread_by"] })}
          />
          <NativeSelect
            label={t`A second person reads, blind`}
            value={String(fields.second_share)}
            data={shares(fields.second_share).map((share) => ({
              value: String(share),
              label: ofThem(share),
            }))}
            onChange={(event) => set({ second_share: Number(event.currentTarget.value) })}
          />
          <NativeSelect
            label={t`Only this team`}
            value={fields.team_id ?? ""}
            data={[
              { value: "", label: t`All teams` },
              ...(teams.data?.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(event) => set({ team_id: event.currentTarget.value || null })}
          />
          <NativeSelect
            label={t`Only this person`}
            value={fields.agent_id ?? ""}
            data={[
              { value: "", label: t`Everybody` },
              ...(people.data?.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(event) => set({ agent_id: event.currentTarget.value || null })}
          />
          <NativeSelect
            label={t`Only this topic`}
            value={fields.topic}
            data={[
              { value: "", label: t`All topics` },
              ...(topics.data?.data ?? []).map(({ name }) => ({ value: name, label: name })),
            ]}
            onChange={(event) => set({ topic: event.currentTarget.value })}
          />
        </div>
        <Preview fields={fields} />
        <FormProblem problem={saving.error} fields={TOLD} />
        <div className={classes.foot}>
          <Button variant="default" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" disabled={!fields.name.trim()} loading={saving.isPending}>
            <Trans>Save</Trans>
          </Button>
        </div>
      </form>
    </Modal>
  );
}

function ofStratum({ name, of, drawn }: { name: string | null; of: number; drawn: number }): string {
  const who = name ?? t`Nobody`;
  return t`${who}: ${drawn} of ${of}`;
}

function Preview({ fields }: { fields: PlanFields }) {
  const [settled] = useDebouncedValue({ ...fields, name: "preview" }, 300);
  const { data } = useQuery({
    queryKey: ["sampling plans", "preview", settled],
    queryFn: ({ signal }) => previewPlan(settled, signal),
    placeholderData: (before) => before,
    enabled: settled.scorecard_id !== "",
  });
  if (!data)
    return (
      <p className={classes.preview}>
        <Trans>Looking at the last seven days …</Trans>
      </p>
    );
  const { drawn: wouldDraw, of: ended } = data;
  return (
    <div className={classes.preview} role="status">
      {data.of === 0
        ? t`Nothing of the last seven days is like this.`
        : t`Of the last seven days it would draw ${wouldDraw} of ${ended}.`}
      {data.strata.length > 1 && (
        <ul>
          {data.strata.map((stratum) => (
            <li key={stratum.name ?? ""}>{ofStratum(stratum)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
