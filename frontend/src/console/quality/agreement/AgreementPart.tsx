/** How far reviewers agree on each question, and the pairs in which they do not: to talk about them. */

import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import { Link } from "wouter";
import type { Agreement, Coefficient, Scorecard } from "../../api/assessments";
import { percent } from "../../rules/quality/words";
import { number } from "../../shell/locale";
import { Empty } from "../../ui/Empty";
import { Failure } from "../../ui/Failure";
import { SectionSkeleton } from "../../ui/PageSkeleton";
import { Section } from "../../ui/Section";
import table from "../../ui/Table.module.css";
import { CARDS, LISTS } from "../addresses";
import classes from "../Quality.module.css";
import { useAgreement, useCards } from "../useAssessments";
import { agreementInWords, digits } from "../words";
import { Differing } from "./Differing";

const DAYS = 365;

export default function AgreementPart() {
  const cards = useCards();
  if (cards.error && !cards.data) {
    return (
      <Failure
        problem={cards.error}
        what={t`The scorecards could not be loaded.`}
        onRetry={() => void cards.refetch()}
      />
    );
  }
  if (!cards.data) return <SectionSkeleton fields={4} />;
  if (cards.data.data.length === 0) {
    return (
      <Empty title={t`No scorecard yet`}>
        <p>
          <Trans>Agreement is measured question by question of a scorecard.</Trans>
        </p>
        <p>
          <Link href={CARDS}>
            <Trans>See the scorecards</Trans>
          </Link>
        </p>
      </Empty>
    );
  }
  return <OfCard cards={cards.data.data} />;
}

function OfCard({ cards }: { cards: Scorecard[] }) {
  const [card, setCard] = useState(cards.find(({ archived }) => !archived)?.id ?? cards[0]?.id ?? "");
  const { data, error, refetch } = useAgreement(card, DAYS);
  return (
    <>
      {cards.length > 1 && (
        <div className={classes.bar}>
          <NativeSelect
            size="xs"
            aria-label={t`Which scorecard`}
            value={card}
            onChange={(event) => setCard(event.currentTarget.value)}
            data={cards.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </div>
      )}
      {error && !data ? (
        <Failure
          problem={error}
          what={t`The agreement could not be loaded.`}
          onRetry={() => void refetch()}
        />
      ) : !data ? (
        <SectionSkeleton fields={4} />
      ) : data.pairs === 0 ? (
        <Empty
          title={data.waiting > 0 ? t`The first pair is on its way` : t`Nobody was asked a second time yet`}
        >
          <p>
            {data.waiting > 0
              ? waitingInWords(data.waiting)
              : t`Let a share of what a list draws be assessed by a second person who does not know of the first. How often both say the same, beyond what chance alone would give, stands here then.`}
          </p>
          <p>
            <Link href={LISTS}>
              <Trans>See the lists</Trans>
            </Link>
          </p>
        </Empty>
      ) : (
        <Measured found={data} card={card} />
      )}
    </>
  );
}

const waitingInWords = (count: number): string =>
  plural(count, {
    one: "# conversation waits for the other half of a pair. It stands in the queue like any other, without what the first person said.",
    other:
      "# conversations wait for the other half of a pair. They stand in the queue like any other, without what the first person said.",
  });

function foundInWords({ pairs, waiting, points_apart }: Agreement): string {
  const found = plural(pairs, {
    one: `# pair in the last ${DAYS} days`,
    other: `# pairs in the last ${DAYS} days`,
  });
  const apart = points_apart === null ? "" : number(points_apart, { maximumFractionDigits: 1 });
  return [
    waiting > 0 ? t`${found}, ${waiting} half done.` : `${found}.`,
    apart && t`The scores lie ${apart} points apart on average.`,
    t`1 is full agreement, 0 that of chance.`,
  ]
    .filter(Boolean)
    .join(" ");
}

function Measured({ found, card }: { found: Agreement; card: string }) {
  return (
    <>
      <Section title={t`Question by question`} says={foundInWords(found)}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Question</Trans>
              </th>
              <th scope="col">
                <Trans>What it says</Trans>
              </th>
              <th scope="col">
                <Trans>Said the same</Trans>
              </th>
              <th scope="col">
                <Trans>Cohen’s kappa</Trans>
              </th>
              <th scope="col">
                <Trans>Krippendorff’s alpha</Trans>
              </th>
              <th scope="col">
                <Trans>Pairs</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {found.data.map((one) => (
              <tr key={one.id}>
                <td>{one.text}</td>
                <td data-label={t`What it says`}>{agreementInWords(one)}</td>
                <td data-label={t`Said the same`}>{one.same ? percent(one.same.value) : "–"}</td>
                <td data-label={t`Kappa`}>
                  <Measure one={one.kappa} />
                </td>
                <td data-label={t`Alpha`}>
                  <Measure one={one.alpha} />
                </td>
                <td data-label={t`Pairs`}>{one.of}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <details className={classes.definition}>
          <summary>
            <Trans>How it is worked out</Trans>
          </summary>
          <p>
            <Trans>
              Both are 1 − observed / expected disagreement. Kappa expects what each reviewer’s own habits
              make likely (on scales with squared distances), alpha what those of both do. The intervals are
              the jackknife’s; with fewer than ten pairs nothing is said. Questions that people answer
              differently want other words, or a talk about examples.
            </Trans>
          </p>
        </details>
      </Section>
      <Differing card={card} days={DAYS} />
    </>
  );
}

function Measure({ one }: { one: Coefficient | null }) {
  const [low, high] = one ? [digits(one.low), digits(one.high)] : [];
  if (!one) return <span className={classes.none}>–</span>;
  return (
    <span className={classes.cell}>
      <b>{digits(one.value)}</b>
      <small>
        <Trans>
          {low} to {high}
        </Trans>
      </small>
    </span>
  );
}
