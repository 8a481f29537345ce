/** What was said of the reader's own work, and the notes to them. */

import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { Link, Route, Switch } from "wouter";
import type { CoachingNote } from "../../api/assessments";
import { Ago } from "../../ui/Ago";
import { Empty } from "../../ui/Empty";
import { Failure } from "../../ui/Failure";
import { SectionSkeleton } from "../../ui/PageSkeleton";
import { Section } from "../../ui/Section";
import { MINE, minePath } from "../addresses";
import assess from "../assess/Assess.module.css";
import { AssessPage } from "../assess/AssessPage";
import { Rows } from "../queue/Rows";
import { useMine } from "../useAssessments";

export default function MinePart() {
  return (
    <Switch>
      <Route path={`${MINE}/:id`}>
        {({ id }) => <AssessPage key={id} id={decodeURIComponent(id ?? "")} />}
      </Route>
      <Route path={MINE}>
        <Own />
      </Route>
    </Switch>
  );
}

function Own() {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useMine();
  const first = data?.pages[0];
  const rows = data?.pages.flatMap((page) => page.data);
  if (error && !rows) {
    return (
      <Failure
        problem={error}
        what={t`Your assessments could not be loaded.`}
        onRetry={() => void refetch()}
      />
    );
  }
  if (!rows || !first) return <SectionSkeleton fields={4} />;
  if (rows.length === 0) {
    return (
      <Empty title={t`Nobody has assessed your work yet`}>
        <p>
          <Trans>
            When somebody has, you see every question and answer here, can say what you think of it, and ask
            for a second look where you do not agree. Nobody but you and the reviewers sees it.
          </Trans>
        </p>
      </Empty>
    );
  }
  return (
    <>
      {first.notes.length > 0 && (
        <Section title={t`Notes to you`}>
          <ul className={assess.outcomes}>
            {first.notes.map((note) => (
              <Note key={note.id} note={note} />
            ))}
          </ul>
        </Section>
      )}
      <Section
        title={t`Assessments of your work`}
        says={
          first.counts.new > 0
            ? plural(first.counts.new, {
                one: "# you have not looked at.",
                other: "# you have not looked at.",
              })
            : t`You have looked at all of them.`
        }
      >
        <Rows rows={rows} path={minePath} mine />
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
    </>
  );
}

function Note({ note }: { note: CoachingNote }) {
  return (
    <li>
      <span>{note.text}</span>
      <small>
        {note.by?.name ?? t`A colleague`}, <Ago at={note.at} past /> ·{" "}
        <Link href={minePath(note.assessment_id)}>
          <Trans>Open the assessment</Trans>
        </Link>
      </small>
    </li>
  );
}
