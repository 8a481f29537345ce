/** One message: the customer at the left, the desk at the right, the assistant in violet with its sources. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Fragment } from "react";
import { paragraphsOf } from "../../../shared/thread";
import { clock, moment } from "../../../shared/time";
import type { Message } from "../../../shared/wire";
import type { Decision } from "../../desk/wire";
import { listed, percent } from "../../shell/locale";
import { Markup } from "../../ui/Markup";
import { type Highlight, segments } from "../quotes";
import { Translated } from "../translating/Translated";
import { AnswerMenu } from "./AnswerMenu";
import { Attachments } from "./Attachments";
import classes from "./Bubble.module.css";
import { SourceChip } from "./SourceChip";
import type { Item } from "./timeline";

interface BubbleProps {
  conversationId: string;
  item: Extract<Item, { kind: "message" }>;
  meId: string;
  highlights: Highlight[];
  decision: Decision | undefined;
  spotted: boolean;
  /** The customer has seen it, and not answered yet. */
  seen: boolean;
}

export const messageId = (seq: number): string => `message-${seq}`;

function nameOf(message: Message, meId: string): string {
  if (message.author.kind === "agent" && message.author.id === meId) return t`You`;
  return message.author.kind === "assistant" ? t`Assistant` : message.author.name;
}

/** What the marked words speak for, each once. */
const labelsOf = (highlights: Highlight[]): string =>
  [...new Set(highlights.map((one) => one.label))].join(", ");

function Words({ message, highlights }: { message: Message; highlights: Highlight[] }) {
  if (message.seq === 0) {
    return (
      <div className={`${classes.html} ${classes.plain}`}>
        {paragraphsOf(message.text).map((paragraph, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of a draft only grow at the end
          <p key={index}>{paragraph}</p>
        ))}
      </div>
    );
  }
  if (highlights.length === 0) {
    return <Markup className={classes.html} html={message.html} />;
  }
  return (
    <div className={classes.plain}>
      {segments(message.text, highlights).map((segment, index) =>
        segment.labels.length > 0 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a fixed text never change places
          <mark key={index} className={classes.mark} title={segment.labels.join(", ")}>
            <span
              className={`sr ${classes.unsaid}`}
            >{`${t`Evidence of ${{ what: listed(segment.labels) }}`}: `}</span>
            {segment.text}
          </mark>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a fixed text never change places
          <Fragment key={index}>{segment.text}</Fragment>
        ),
      )}
    </div>
  );
}

export function Bubble({ conversationId, item, meId, highlights, decision, spotted, seen }: BubbleProps) {
  const { message, first, last } = item;
  const side = message.author.kind;
  const draft = message.seq === 0;
  const confidence = decision?.confidence ?? null;
  return (
    <article
      id={draft ? undefined : messageId(message.seq)}
      className={classes.message}
      data-side={side}
      data-first={first || undefined}
      data-spotted={spotted || undefined}
      data-draft={draft || undefined}
      aria-label={
        draft ? t`The assistant is answering` : `${nameOf(message, meId)}, ${moment(message.created_at)}`
      }
    >
      {first && (
        <div className={classes.name}>
          {nameOf(message, meId)}
          {message.ai && ` · ${t`AI`}`}
          {message.checked_by && ` · ${t`checked by ${{ who: message.checked_by.name }}`}`}
        </div>
      )}
      {message.text && (
        <Translated
          message={message}
          html={classes.html}
          marked={highlights.length > 0}
          bubble={(words) => (
            <div className={classes.bubble} data-last={last || undefined}>
              {words}
            </div>
          )}
        >
          <div className={classes.bubble} data-last={last || undefined}>
            <Words message={message} highlights={highlights} />
          </div>
        </Translated>
      )}
      <Attachments items={message.attachments} />
      {(last || seen || highlights.length > 0 || message.sources.length > 0) && (
        <div className={classes.foot}>
          {message.sources.map((source) => (
            <SourceChip
              key={`${source.article_id}-${source.passage}`}
              source={source}
              confidence={confidence}
            />
          ))}
          <time dateTime={message.created_at} title={moment(message.created_at)}>
            {clock(message.created_at)}
          </time>
          {seen && (
            <span>
              · <Trans>Seen</Trans>
            </span>
          )}
          {highlights.length > 0 && <span className={classes.evidence}>· {labelsOf(highlights)}</span>}
          {confidence !== null && (
            <span className={classes.confidence}>
              <Trans>{{ sure: percent(confidence) }} confident</Trans>
            </span>
          )}
          {side === "assistant" && !draft && (
            <AnswerMenu conversationId={conversationId} message={message} askedSeq={decision?.asked_seq} />
          )}
        </div>
      )}
    </article>
  );
}
