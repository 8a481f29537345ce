/** Every conversation with a person: what it was about, who settled it, and how they sounded. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link } from "wouter";
import type { PastConversation, PastHandover } from "../api/customers";
import { type InboxView, inboxPath } from "../inbox/address";
import { useNow } from "../inbox/useNow";
import { rowTime } from "../inbox/waiting";
import classes from "./Person.module.css";

const OUTCOME: Record<PastConversation["outcome"], string> = {
  open: t({ message: "Open", context: "state of a conversation" }),
  assistant: t`Settled by the assistant`,
  people: t`Settled by people`,
  merged: t`Goes on elsewhere`,
};
/** The usual one is not told. */
const CHANNELS: Partial<Record<string, string>> = {
  email: t`by e-mail`,
  api: t`by your own channel`,
  import: t`brought from elsewhere`,
};
const UPSET = -0.5;

const told = (talk: PastConversation): string =>
  talk.topic?.replaceAll("_", " ") || talk.subject || talk.last_text;

export function History({ talks, view = "all" }: { talks: PastConversation[]; view?: InboxView }) {
  const now = useNow();
  return (
    <ul className={classes.history}>
      {talks.map((talk) => (
        <li key={talk.id}>
          <Link
            className={classes.talk}
            href={inboxPath(talk.status === "resolved" ? "resolved" : view, talk.id)}
          >
            <span>{told(talk)}</span>
            <time dateTime={talk.created_at}>{rowTime(talk.created_at, now)}</time>
            <small>
              {[OUTCOME[talk.outcome], CHANNELS[talk.channel]].filter(Boolean).join(" · ")}
              {talk.mood !== null && talk.mood <= UPSET && (
                <span className={classes.upset}>
                  {" · "}
                  <Trans>upset</Trans>
                </span>
              )}
            </small>
          </Link>
        </li>
      ))}
    </ul>
  );
}

export function Handovers({ handovers }: { handovers: PastHandover[] }) {
  const now = useNow();
  return (
    <ul className={classes.history}>
      {handovers.map((each) => (
        <li key={each.id}>
          <Link className={classes.talk} href={inboxPath("all", each.conversation_id)}>
            <span>{each.label ?? each.reason}</span>
            <time dateTime={each.at}>{rowTime(each.at, now)}</time>
            <small>
              {each.team?.name ?? t`The whole desk`} · {each.accepted_by?.name ?? t`nobody took it`}
            </small>
          </Link>
        </li>
      ))}
    </ul>
  );
}
