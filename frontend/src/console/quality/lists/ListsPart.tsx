/** The lists that draw what is to be assessed, once a week. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Switch } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import { changePlan, createPlan, type Plan, removePlan } from "../../api/assessments";
import { Ago } from "../../ui/Ago";
import { Confirm } from "../../ui/Confirm";
import { Empty } from "../../ui/Empty";
import { Failure } from "../../ui/Failure";
import { tell, tellFailure } from "../../ui/notices";
import { SectionSkeleton } from "../../ui/PageSkeleton";
import { Section } from "../../ui/Section";
import table from "../../ui/Table.module.css";
import { CARDS } from "../addresses";
import { useCards, usePlans, useSettled } from "../useAssessments";
import { NEW_PLAN, SPREADS, shareInWords } from "../words";
import { fieldsOf, PlanDialog } from "./PlanDialog";

export default function ListsPart() {
  const cards = useCards();
  const { data, error, refetch } = usePlans();
  const [editing, setEditing] = useState<Plan | "new" | null>(null);
  const usable = cards.data?.data.filter(({ archived }) => !archived) ?? [];
  if (error && !data)
    return (
      <Failure problem={error} what={t`The lists could not be loaded.`} onRetry={() => void refetch()} />
    );
  if (!data || !cards.data) return <SectionSkeleton fields={4} />;
  if (usable.length === 0 && data.data.length === 0) {
    return (
      <Empty title={t`A list needs a scorecard`}>
        <p>
          <Trans>
            A list draws conversations for a scorecard: any by chance, or those that look like trouble.
          </Trans>
        </p>
        <p>
          <Link href={CARDS}>
            <Trans>See the scorecards</Trans>
          </Link>
        </p>
      </Empty>
    );
  }
  const add = (
    <Button size="xs" onClick={() => setEditing("new")} disabled={usable.length === 0}>
      <Trans>New list</Trans>
    </Button>
  );
  return (
    <>
      {data.data.length === 0 ? (
        <Empty title={t`No list yet`}>
          <p>
            <Trans>
              Begin with “any, by chance”: ten a week, spread evenly over the agents, a fifth of them read by
              a second person. Only such a sample tells how good the work is on the whole.
            </Trans>
          </p>
          {add}
        </Empty>
      ) : (
        <Section
          title={t`Lists`}
          says={t`Each draws once a week from what ended in it. A conversation that two lists draw is assessed once.`}
          actions={add}
        >
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">
                  <Trans>List</Trans>
                </th>
                <th scope="col">
                  <Trans>Looks for</Trans>
                </th>
                <th scope="col">
                  <Trans>A week</Trans>
                </th>
                <th scope="col">
                  <Trans>Last drawing</Trans>
                </th>
                <th scope="col">
                  <Trans>On</Trans>
                </th>
                <th scope="col">
                  <span className="sr">
                    <Trans context="button">Change</Trans>
                  </span>
                </th>
              </tr>
            </thead>
            <tbody>
              {data.data.map((plan) => (
                <Row key={plan.id} plan={plan} onEdit={() => setEditing(plan)} />
              ))}
            </tbody>
          </table>
        </Section>
      )}
      {editing && (
        <PlanDialog
          cards={usable}
          title={editing === "new" ? t`New list` : editing.name}
          begins={editing === "new" ? { ...NEW_PLAN, scorecard_id: usable[0]?.id ?? "" } : fieldsOf(editing)}
          save={(fields) => (editing === "new" ? createPlan(fields) : changePlan(editing.id, fields))}
          says={
            editing === "new"
              ? t`It has drawn from the last seven days.`
              : t`It counts from the next drawing on.`
          }
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}

function Drawn({ last: { drawn, of, done, at } }: { last: NonNullable<Plan["last"]> }) {
  return (
    <Trans>
      {drawn} of {of}, {done} done, <Ago at={at} past />
    </Trans>
  );
}

function Row({ plan, onEdit }: { plan: Plan; onEdit: () => void }) {
  const [removing, setRemoving] = useState(false);
  const { name, last } = plan;
  const settled = useSettled();
  const turn = useMutation({
    mutationFn: (is_active: boolean) => changePlan(plan.id, { is_active }),
    onSettled: settled,
    onError: tellFailure,
  });
  const remove = useMutation({
    mutationFn: () => removePlan(plan.id),
    onSuccess: () => {
      settled();
      tell(t`${name} was removed.`);
    },
  });
  const narrowed = [plan.team?.name, plan.agent?.name, plan.topic].filter(Boolean).join(", ");
  const spread = SPREADS.find(([key]) => key === (plan.spread_by ?? ""))?.[1];
  return (
    <tr>
      <td>{plan.name}</td>
      <td data-label={t`Looks for`}>
        {plan.wanted.label}
        {narrowed && `: ${narrowed}`} ({plan.scorecard.name})
      </td>
      <td data-label={t`A week`}>
        {[plan.per_week, plan.spread_by && spread, shareInWords(plan.second_share)]
          .filter(Boolean)
          .join(" · ")}
      </td>
      <td data-label={t`Last drawing`}>{last ? <Drawn last={last} /> : t`not yet`}</td>
      <td data-label={t`On`}>
        <Switch
          aria-label={t`${name} draws`}
          checked={plan.is_active}
          onChange={(event) => turn.mutate(event.currentTarget.checked)}
        />
      </td>
      <td className={table.acts}>
        <Button variant="subtle" size="compact-sm" onClick={onEdit}>
          <Trans context="button">Change</Trans>
        </Button>
        <Button variant="subtle" size="compact-sm" color="red" onClick={() => setRemoving(true)}>
          <Trans>Remove</Trans>
        </Button>
        <Confirm
          opened={removing}
          title={t`Remove ${name}?`}
          does={t`Remove`}
          busy={remove.isPending}
          problem={remove.error}
          onClose={() => setRemoving(false)}
          onConfirm={() => remove.mutate()}
        >
          <p>
            <Trans>
              It draws no more. What it put into the queue stays there, but with the record of its drawings
              goes how likely each was: those count no longer as drawn by chance. Switch it off instead to
              keep that.
            </Trans>
          </p>
        </Confirm>
      </td>
    </tr>
  );
}
