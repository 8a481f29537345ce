/** The scorecards of the company, and the way to write one. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Link, Route, Switch } from "wouter";
import { archiveCard, bringBackCard, type Scorecard } from "../../api/assessments";
import { useMay } from "../../shell/useMay";
import { Ago } from "../../ui/Ago";
import { Empty } from "../../ui/Empty";
import { Failure } from "../../ui/Failure";
import { offerUndo, tellFailure } from "../../ui/notices";
import { SectionSkeleton } from "../../ui/PageSkeleton";
import { Section } from "../../ui/Section";
import table from "../../ui/Table.module.css";
import { CARDS } from "../addresses";
import { questionsOf } from "../answering";
import classes from "../Quality.module.css";
import { useCards, useSettled } from "../useAssessments";
import { LOOKS_AT } from "../words";
import { CardEditor } from "./CardEditor";
import { CardView } from "./CardView";

const NEW = `${CARDS}/new`;
const at = (id: string): string => `${CARDS}/${encodeURIComponent(id)}`;

export default function CardsPart() {
  const { data, error, refetch } = useCards();
  const writes = useMay("settings.manage");
  if (error && !data) {
    return (
      <Failure problem={error} what={t`The scorecards could not be loaded.`} onRetry={() => void refetch()} />
    );
  }
  if (!data) return <SectionSkeleton fields={4} />;
  return (
    <Switch>
      <Route path={`${CARDS}/:id`}>
        {({ id }) => {
          const card = data.data.find((one) => one.id === decodeURIComponent(id ?? ""));
          return writes && !card?.archived ? (
            <CardEditor key={id} card={card ?? null} />
          ) : (
            <CardView card={card ?? null} />
          );
        }}
      </Route>
      <Route path={CARDS}>
        <List cards={data.data} />
      </Route>
    </Switch>
  );
}

function List({ cards }: { cards: Scorecard[] }) {
  const writes = useMay("settings.manage");
  const add = writes && (
    <Button component={Link} href={NEW} size="xs">
      <Trans>New scorecard</Trans>
    </Button>
  );
  if (cards.length === 0) {
    return (
      <Empty title={t`No scorecard yet`}>
        <p>
          <Trans>
            Write down what good work is, in a handful of questions that two people would answer alike. You
            can begin with an example and change it.
          </Trans>
        </p>
        {add || (
          <p>
            <Trans>Only admins write scorecards.</Trans>
          </p>
        )}
      </Empty>
    );
  }
  return (
    <Section
      title={t`Scorecards`}
      says={t`A change makes a new version; what was judged with an older one stays as it was judged.`}
      actions={add}
    >
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Scorecard</Trans>
            </th>
            <th scope="col">
              <Trans>Looks at</Trans>
            </th>
            <th scope="col">
              <Trans>Questions</Trans>
            </th>
            <th scope="col">
              <Trans>Version</Trans>
            </th>
            <th scope="col">
              <span className="sr">
                <Trans context="button">Change</Trans>
              </span>
            </th>
          </tr>
        </thead>
        <tbody>
          {cards.map((card) => (
            <Row key={card.id} card={card} writes={writes} />
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Row({ card, writes }: { card: Scorecard; writes: boolean }) {
  const { name } = card;
  const settled = useSettled();
  const turn = useMutation({
    mutationFn: () => (card.archived ? bringBackCard(card.id) : archiveCard(card.id)),
    onSuccess: () => {
      settled();
      if (card.archived) return;
      offerUndo({
        id: "archived",
        says: t`${name} is archived: its lists rest, its scores stay.`,
        undo: () => bringBackCard(card.id).then(settled, tellFailure),
      });
    },
    onError: tellFailure,
  });
  return (
    <tr>
      <td>
        <Link href={at(card.id)} className={classes.link}>
          {card.name}
        </Link>
        {card.archived && ` (${t`archived`})`}
      </td>
      <td data-label={t`Looks at`}>{LOOKS_AT[card.looks_at]}</td>
      <td data-label={t`Questions`}>{questionsOf(card.sections).length}</td>
      <td data-label={t`Version`}>
        {card.version}, <Ago at={card.changed_at} past />
      </td>
      <td className={table.acts}>
        {writes && (
          <Button variant="subtle" size="compact-sm" loading={turn.isPending} onClick={() => turn.mutate()}>
            {card.archived ? t`Bring back` : t`Archive`}
          </Button>
        )}
      </td>
    </tr>
  );
}
