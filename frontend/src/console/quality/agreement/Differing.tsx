/** Calibration: pairs that differ, with what each of the two said, to be read together. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { Link } from "wouter";
import type { Difference, Said, Side } from "../../api/assessments";
import { Ago } from "../../ui/Ago";
import { Bone } from "../../ui/Bone";
import { Failure } from "../../ui/Failure";
import { Section } from "../../ui/Section";
import table from "../../ui/Table.module.css";
import { assessmentPath } from "../addresses";
import classes from "../Quality.module.css";
import { useDiffering } from "../useAssessments";
import { points } from "../words";

export function Differing({ card, days }: { card: string; days: number }) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useDiffering(card, days);
  const rows = data?.pages.flatMap((page) => page.data);
  return (
    <Section
      title={t`Where two differ`}
      says={t`Read them together: is the question unclear, or do you want different things? The first assessment counts, the second only measures agreement.`}
    >
      {error && !rows ? (
        <Failure problem={error} what={t`The pairs could not be loaded.`} onRetry={() => void refetch()} />
      ) : !rows ? (
        <Bone width="100%" height={120} />
      ) : rows.length === 0 ? (
        <p className={classes.means}>
          <Trans>All pairs say the same.</Trans>
        </p>
      ) : (
        <ul className={classes.pairs}>
          {rows.map((one) => (
            <Pair key={one.id} one={one} />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <Button
          variant="default"
          size="xs"
          mt="sm"
          loading={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          <Trans>Show more</Trans>
        </Button>
      )}
    </Section>
  );
}

function Pair({ one }: { one: Difference }) {
  return (
    <li>
      <p className={classes.pairHead}>
        <b>{one.customer.name}</b>
        {one.topic && <span>{one.topic}</span>}
        <Ago at={one.happened_at} past />
        <Link href={assessmentPath(one.first.id)}>
          <Trans>Open the thread</Trans>
        </Link>
      </p>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Question</Trans>
            </th>
            <th scope="col">
              <Head side={one.first} />
            </th>
            <th scope="col">
              <Head side={one.second} />
            </th>
          </tr>
        </thead>
        <tbody>
          {one.questions.map(({ id, text, first, second }) => (
            <tr key={id}>
              <td>{text}</td>
              <td data-label={one.first.reviewer?.name ?? t`First`}>
                <Told said={first} />
              </td>
              <td data-label={one.second.reviewer?.name ?? t`Second`}>
                <Told said={second} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </li>
  );
}

function Head({ side }: { side: Side }) {
  return (
    <>
      {side.reviewer?.name ?? t`Somebody`}
      {side.score !== null && ` (${points(side.score)})`}
    </>
  );
}

function Told({ said }: { said: Said }) {
  const { quote_seq: seq, note } = said;
  return (
    <span className={classes.cell}>
      {said.label}
      {seq !== null && (
        <small>
          <Trans>message {seq}</Trans>
        </small>
      )}
      {note && (
        <small>
          <Trans>“{note}”</Trans>
        </small>
      )}
    </span>
  );
}
