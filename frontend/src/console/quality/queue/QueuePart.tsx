/** What waits to be assessed, and what agents do not agree with. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { Link, Route, Switch } from "wouter";
import { useMay } from "../../shell/useMay";
import { Empty } from "../../ui/Empty";
import { Failure } from "../../ui/Failure";
import { SectionSkeleton } from "../../ui/PageSkeleton";
import { Section } from "../../ui/Section";
import { assessmentPath, CARDS, LISTS, QUEUE } from "../addresses";
import { AssessPage } from "../assess/AssessPage";
import { useCards, useQueue } from "../useAssessments";
import { Rows } from "./Rows";

export default function QueuePart() {
  return (
    <Switch>
      <Route path={`${QUEUE}/:id`}>
        {({ id }) => <AssessPage key={id} id={decodeURIComponent(id ?? "")} />}
      </Route>
      <Route path={QUEUE}>
        <Waiting />
      </Route>
    </Switch>
  );
}

function Waiting() {
  const open = useQueue("open");
  const disputed = useQueue("disputed");
  const rows = open.data?.pages.flatMap((page) => page.data);
  const disputes = disputed.data?.pages.flatMap((page) => page.data) ?? [];
  const waiting = open.data?.pages[0]?.counts.open ?? 0;
  if (open.error && !rows) {
    return (
      <Failure
        problem={open.error}
        what={t`The queue could not be loaded.`}
        onRetry={() => void open.refetch()}
      />
    );
  }
  if (!rows) return <SectionSkeleton fields={5} />;
  return (
    <>
      {disputes.length > 0 && (
        <Section title={t`Disputed`} says={t`An agent does not agree. Read what they say, and decide.`}>
          <Rows rows={disputes} path={assessmentPath} />
        </Section>
      )}
      {rows.length === 0 ? (
        <NothingWaits />
      ) : (
        <Section
          title={t`Waiting`}
          says={t`${waiting} for you. Whoever opens one is at it for half an hour, and nobody else gets it meanwhile.`}
          actions={
            rows[rows.length - 1] && (
              <Button component={Link} href={assessmentPath(rows[rows.length - 1]?.id ?? "")} size="xs">
                <Trans>Begin with the oldest</Trans>
              </Button>
            )
          }
        >
          <Rows rows={rows} path={assessmentPath} />
          {open.hasNextPage && (
            <Button
              variant="default"
              size="xs"
              mt="sm"
              loading={open.isFetchingNextPage}
              onClick={() => void open.fetchNextPage()}
            >
              <Trans>Show more</Trans>
            </Button>
          )}
        </Section>
      )}
    </>
  );
}

function NothingWaits() {
  const cards = useCards();
  const writes = useMay("settings.manage");
  if (cards.data?.data.some((card) => !card.archived)) {
    return (
      <Empty title={t`Nothing waits for you`}>
        <p>
          <Trans>
            Lists draw conversations once a week. You can also assess one at any time: press “Assess” behind
            any number of the scores, or make a list that looks for what you care about.
          </Trans>
        </p>
        <p>
          <Link href={LISTS}>
            <Trans>See the lists</Trans>
          </Link>
        </p>
      </Empty>
    );
  }
  return (
    <Empty title={t`Say first what good work is`}>
      <p>
        <Trans>
          A scorecard is a handful of questions, such as “Was the answer right?” and “Was it kind?”. With it
          people judge conversations, and you learn where the assistant and the team are good, and how far you
          agree on what good is.
        </Trans>
      </p>
      <p>
        {writes ? (
          <Link href={CARDS}>
            <Trans>Write a scorecard</Trans>
          </Link>
        ) : (
          t`Ask an admin to write one.`
        )}
      </p>
    </Empty>
  );
}
