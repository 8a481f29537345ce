/** The queue of reviews: read a conversation that the assistant had alone, and say whether somebody was missed. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useState } from "react";
import { Link } from "wouter";
import type { Judged, Review } from "../../api/quality";
import { BackIcon } from "../../shell/icons";
import { useMay } from "../../shell/useMay";
import { Ago } from "../../ui/Ago";
import { Bone } from "../../ui/Bone";
import { Empty } from "../../ui/Empty";
import { Failure } from "../../ui/Failure";
import { offerUndo } from "../../ui/notices";
import { QUALITY } from "../addresses";
import { MissPanel } from "./MissPanel";
import classes from "./Review.module.css";
import { ReviewThread } from "./ReviewThread";
import { step } from "./reviewing";
import { useJudge, useMessages, useOpenReviews } from "./useQuality";
import { useReviewKeys } from "./useReviewKeys";
import { VERDICTS } from "./words";

export function ReviewPage() {
  const { data, error, refetch } = useOpenReviews();
  return (
    <>
      <Link href={QUALITY} className={classes.back}>
        <BackIcon size={18} />
        <Trans>Quality</Trans>
      </Link>
      <div className={classes.head}>
        <h2>
          <Trans>Was somebody missed?</Trans>
        </h2>
        <p>
          <Trans>
            Each day a few conversations that the assistant had alone are drawn by chance, the doubtful ones
            more often. Read one, and say whether a person should have come.
          </Trans>
        </p>
      </div>
      {error && !data ? (
        <Failure problem={error} what={t`The reviews could not be loaded.`} onRetry={() => void refetch()} />
      ) : data ? (
        <Queue waiting={data.data} counts={data.counts} />
      ) : (
        <div aria-busy="true" role="status" aria-label={t`Loading`} className={classes.loading}>
          <Bone width="60%" height={40} />
          <Bone width="70%" height={56} />
          <Bone width="50%" height={40} />
        </div>
      )}
    </>
  );
}

/** Those that were judged here stay out, also while the server's list is an older one. */
function Queue({ waiting, counts }: { waiting: Review[]; counts: { open: number; done: number } }) {
  const [judged, setJudged] = useState<ReadonlySet<string>>(new Set());
  const [chosen, setChosen] = useState<string | null>(null);
  const [missing, setMissing] = useState(false);
  const judge = useJudge();
  const mayJudge = useMay("conversations.write");
  const left = waiting.filter(({ id }) => !judged.has(id));
  const here = left.find(({ id }) => id === chosen) ?? left[0] ?? null;
  const messages = useMessages(here?.conversation_id ?? null);
  const move = (by: number) => {
    setChosen(step(left, here, by)?.id ?? null);
    setMissing(false);
  };
  const say = (said: Judged) => {
    if (!here || !mayJudge) return;
    const { id } = here;
    setChosen(step(left, here, 1)?.id ?? null);
    setMissing(false);
    setJudged(new Set([...judged, id]));
    judge.mutate({ id, judged: said }, { onError: () => setJudged((before) => without(before, id)) });
    offerUndo({
      id: "reviewed",
      says: `${here.customer.name}: ${said.verdict ? VERDICTS[said.verdict] : ""}`,
      undo: () => {
        setJudged((before) => without(before, id));
        setChosen(id);
        judge.mutate({ id, judged: { verdict: null } });
      },
    });
  };
  useReviewKeys(
    here && !missing
      ? {
          j: () => move(1),
          k: () => move(-1),
          ...(mayJudge && {
            "1": () => say({ verdict: "right" }),
            "2": () => setMissing(true),
            "3": () => say({ verdict: "cannot_tell" }),
          }),
        }
      : {},
  );
  if (!here) return <Done count={counts.done + judged.size} />;
  const who = here.customer.name;
  const place = left.indexOf(here) + 1;
  const all = left.length;
  return (
    <section className={classes.review} aria-label={t`Conversation with ${who}`}>
      <header className={classes.about}>
        <b>{who}</b>
        <span>
          <Ago at={here.began_at} past />
        </span>
        <span className={classes.count} role="status">
          <Trans>
            {place} of {all}
          </Trans>
        </span>
        <span className={classes.steps}>
          <button type="button" onClick={() => move(-1)} disabled={left[0] === here}>
            <kbd>k</kbd> <Trans>Back</Trans>
          </button>
          <button type="button" onClick={() => move(1)} disabled={left.at(-1) === here}>
            <kbd>j</kbd> <Trans context="in a list">Later</Trans>
          </button>
        </span>
      </header>
      {missing && messages.data ? (
        <MissPanel
          key={here.id}
          messages={messages.data}
          onSay={(trigger, at_seq) => say({ verdict: "missed", trigger, at_seq })}
          onCancel={() => setMissing(false)}
        />
      ) : (
        <>
          <ReviewThread key={here.id} query={messages} />
          {mayJudge ? (
            <Verdicts
              onRight={() => say({ verdict: "right" })}
              onMissed={() => setMissing(true)}
              onCannotTell={() => say({ verdict: "cannot_tell" })}
            />
          ) : (
            <p className={classes.reading}>
              <Trans>You may read this, not judge it.</Trans>
            </p>
          )}
        </>
      )}
    </section>
  );
}

const without = (all: ReadonlySet<string>, id: string): ReadonlySet<string> =>
  new Set([...all].filter((one) => one !== id));

interface VerdictsProps {
  onRight: () => void;
  onMissed: () => void;
  onCannotTell: () => void;
}

function Verdicts({ onRight, onMissed, onCannotTell }: VerdictsProps) {
  return (
    <div className={classes.verdicts}>
      <button type="button" onClick={onRight} aria-keyshortcuts="1">
        <kbd>1</kbd> <Trans>Right without a person</Trans>
      </button>
      <button type="button" onClick={onMissed} aria-keyshortcuts="2">
        <kbd>2</kbd> <Trans>A person was needed</Trans>
      </button>
      <button type="button" onClick={onCannotTell} aria-keyshortcuts="3">
        <kbd>3</kbd> <Trans>Cannot tell</Trans>
      </button>
    </div>
  );
}

function Done({ count }: { count: number }) {
  return (
    <Empty title={count > 0 ? t`All reviewed` : t`Nothing to review yet`}>
      <p>
        {count > 0
          ? t`Thank you. Tomorrow some more are drawn; the figures know of what you said already.`
          : t`A conversation that the assistant had alone can be drawn a day after it began. Come back tomorrow.`}
      </p>
      <p>
        <Link href={QUALITY}>
          <Trans>See the figures</Trans>
        </Link>
      </p>
    </Empty>
  );
}
