/** What waits to be assessed, and what agents do not agree with. */

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
        what="The queue could not be loaded."
        onRetry={() => void open.refetch()}
      />
    );
  }
  if (!rows) return <SectionSkeleton fields={5} />;
  return (
    <>
      {disputes.length > 0 && (
        <Section title="Disputed" says="An agent does not agree. Read what they say, and decide.">
          <Rows rows={disputes} path={assessmentPath} />
        </Section>
      )}
      {rows.length === 0 ? (
        <NothingWaits />
      ) : (
        <Section
          title="Waiting"
          says={`${waiting} for you. Whoever opens one is at it for half an hour, and nobody else gets it meanwhile.`}
          actions={
            rows[rows.length - 1] && (
              <Button component={Link} href={assessmentPath(rows[rows.length - 1]?.id ?? "")} size="xs">
                Begin with the oldest
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
              Show more
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
      <Empty title="Nothing waits for you">
        <p>
          Lists draw conversations once a week. You can also assess one at any time: press “Assess” behind any
          number of the scores, or make a list that looks for what you care about.
        </p>
        <p>
          <Link href={LISTS}>See the lists</Link>
        </p>
      </Empty>
    );
  }
  return (
    <Empty title="Say first what good work is">
      <p>
        A scorecard is a handful of questions, such as “Was the answer right?” and “Was it kind?”. With it
        people judge conversations, and you learn where the assistant and the team are good, and how far you
        agree on what good is.
      </p>
      <p>{writes ? <Link href={CARDS}>Write a scorecard</Link> : "Ask an admin to write one."}</p>
    </Empty>
  );
}
