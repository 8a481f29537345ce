/** What one customer said, with the way to the conversation and a reply in place. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { Link } from "wouter";
import { newId } from "../../../shared/uuid";
import type { Rated } from "../../api/surveys";
import { inboxPath } from "../../inbox/address";
import { useMay } from "../../shell/useMay";
import { Ago } from "../../ui/Ago";
import { customerPath } from "../addresses";
import classes from "./Ratings.module.css";
import { Score } from "./Score";
import { useReply } from "./useRatings";
import { effortDone, holderWords, silenceWords } from "./words";

export function RatingRow({ rated }: { rated: Rated }) {
  const [replying, setReplying] = useState(false);
  const mayReply = useMay("conversations.write");
  const { customer, satisfaction, effort, comment, replied_by, replied_at } = rated;
  const who = replied_by?.name;
  return (
    <li className={classes.row}>
      <div className={classes.head}>
        <Link href={customerPath(customer.id)} className={classes.who}>
          {customer.name}
        </Link>
        {satisfaction === null ? (
          <span className={classes.quiet}>{silenceWords(rated)}</span>
        ) : (
          <Score value={satisfaction} />
        )}
        {effort !== null && <span className={classes.quiet}>{effortDone(effort)}</span>}
        <span className={classes.when}>
          <Ago at={rated.answered_at ?? rated.asked_at} past />
        </span>
      </div>
      {comment && <blockquote className={classes.comment}>{comment}</blockquote>}
      <div className={classes.foot}>
        <span>
          {holderWords(rated)}
          {rated.subject && ` · ${rated.subject}`}
        </span>
        {replied_by && replied_at && (
          <span>
            <Trans>
              {who} replied <Ago at={replied_at} past />
            </Trans>
          </span>
        )}
        <span className={classes.acts}>
          <Link href={inboxPath("all", rated.conversation_id)}>
            <Trans>Open the conversation</Trans>
          </Link>
          {mayReply && rated.low && !replied_at && !replying && (
            <Button variant="default" size="xs" onClick={() => setReplying(true)}>
              <Trans>Reply</Trans>
            </Button>
          )}
        </span>
      </div>
      {replying && <ReplyForm rated={rated} onClose={() => setReplying(false)} />}
    </li>
  );
}

function ReplyForm({ rated, onClose }: { rated: Rated; onClose: () => void }) {
  const { name } = rated.customer;
  const [text, setText] = useState("");
  const [id] = useState(newId);
  const reply = useReply(rated, onClose);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    reply.mutate({ text: text.trim(), id });
  };
  return (
    <form className={classes.reply} onSubmit={submit}>
      <Textarea
        data-autofocus
        autoFocus
        autosize
        minRows={2}
        maxLength={4000}
        label={t`Reply to ${name}`}
        description={t`It goes into the conversation, which opens again in your hand; who does not see it gets it by e-mail.`}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => event.key === "Escape" && !text && onClose()}
      />
      <div className={classes.acts}>
        <Button variant="default" size="xs" onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button type="submit" size="xs" loading={reply.isPending} disabled={!text.trim()}>
          <Trans>Send</Trans>
        </Button>
      </div>
    </form>
  );
}
