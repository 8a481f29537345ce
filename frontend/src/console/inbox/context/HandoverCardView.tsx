/** The card that travels with the baton: what is wanted, why you, what is known, what was tried, what next. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { UnstyledButton } from "@mantine/core";
import { lazy, type ReactNode, Suspense } from "react";
import { moment } from "../../../shared/time";
import { useMe } from "../../desk/DeskContext";
import type { ConversationDetail, HandoverCard, Quote } from "../../desk/wire";
import { QuoteButton } from "../decision/SignalList";
import { handOf } from "../holder";
import { reasonPieces } from "../quotes";
import { messageId } from "../thread/Bubble";
import { SourceChip } from "../thread/SourceChip";
import { TranslatedQuote } from "../translating/TranslatedQuote";
import { useNow } from "../useNow";
import { waitClock } from "../waiting";
import classes from "./HandoverCardView.module.css";
import { MoodLine } from "./MoodLine";
import { useCommitments } from "./useCommitments";

const HandoverLabelling = lazy(() => import("../labelling/HandoverLabelling"));

interface CardProps {
  detail: ConversationDetail;
  card: HandoverCard;
  onJump: (seq: number) => void;
  onUse: (() => void) | null;
}

/** "Why you" only to the one who has it or is offered it; to others it is why a person. */
function whyTitle(detail: ConversationDetail, meId: string): string {
  const mine = detail.control.agent?.id === meId || detail.offered_to?.id === meId;
  return mine ? t`Why you` : t`Why a person`;
}

export function HandoverCardView({ detail, card, onJump, onUse }: CardProps) {
  const me = useMe();
  const now = useNow();
  const { promised, decided } = useOnlyHere(detail.id, card);
  const active = handOf(detail) === "queue" || handOf(detail) === "agent";
  return (
    <section className={classes.card} data-active={active || undefined} aria-label={t`Handover`}>
      <p className={classes.kicker}>
        <span>{active ? card.trigger.label : t`Earlier: ${card.trigger.label}`}</span>
        <time dateTime={card.requested_at} title={moment(card.requested_at)}>
          <Trans>{waitClock(card.requested_at, now)} ago</Trans>
        </time>
      </p>
      <p className={classes.wants}>{card.wants || card.summary || detail.last_message?.text}</p>
      <TranslatedQuote conversationId={detail.id} text={card.wants} />
      <Part title={whyTitle(detail, me.id)}>
        <Reason
          reason={card.reason}
          quotes={card.signals.flatMap((signal) => signal.evidence)}
          onJump={onJump}
        />
        {card.mood.length > 1 && <MoodLine mood={card.mood} onJump={onJump} />}
      </Part>
      {card.facts.length > 0 && (
        <Part title={t`What we know`}>
          <Facts facts={card.facts} onJump={onJump} />
        </Part>
      )}
      {card.tried.length > 0 && (
        <Part title={t`What was tried`}>
          <Sayings said={card.tried} onJump={onJump} />
        </Part>
      )}
      {promised.length > 0 && (
        <Part title={t`What was promised`}>
          <Sayings said={promised} onJump={onJump} />
        </Part>
      )}
      {decided.length > 0 && (
        <Part title={t`Decided before`}>
          {decided.map((one) => (
            <p key={one.text}>
              {one.text}{" "}
              <small className={classes.corrected}>
                <Trans>by {one.by}</Trans>
              </small>
            </p>
          ))}
        </Part>
      )}
      {active && (
        <Part title={t`What next`}>
          <NextStep card={card} />
          {card.suggestion && onUse && <Suggestion suggestion={card.suggestion} onUse={onUse} />}
        </Part>
      )}
      <Suspense fallback={null}>
        <HandoverLabelling detail={detail} card={card} />
      </Suspense>
    </section>
  );
}

/** What was promised and decided, less what stands below the card, where it can be acted upon. */
function useOnlyHere(id: string, { promised = [], decided = [] }: HandoverCard) {
  const { data } = useCommitments(id);
  const told = new Set([...(data?.promises ?? []), ...(data?.perhaps_promised ?? [])].map(({ seq }) => seq));
  const facts = new Set(data?.facts.map(({ text }) => text));
  return {
    promised: promised.filter(({ seq }) => !told.has(seq)),
    decided: decided.filter(({ text }) => !facts.has(text)),
  };
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={classes.part}>
      <h3>{title}</h3>
      {children}
    </div>
  );
}

/** What the assistant said, each with the way to its message. */
function Sayings({ said, onJump }: { said: HandoverCard["tried"]; onJump: (seq: number) => void }) {
  return (
    <ol className={classes.tried}>
      {said.map((each) => (
        <li key={`${each.seq} ${each.text}`}>
          <UnstyledButton className={classes.link} onClick={() => onJump(each.seq)}>
            {each.text}
          </UnstyledButton>
        </li>
      ))}
    </ol>
  );
}

/** Where nothing says what to do, that is said; it may be that nobody looked, such as at the cap of the plan. */
function NextStep({ card }: { card: HandoverCard }) {
  const step = card.next_step;
  if (step) return <p title={step.because}>{step.text}</p>;
  if (card.suggestion) return null;
  return (
    <p className={classes.corrected}>
      <Trans>There is no suggestion for this. It is yours to judge.</Trans>
    </p>
  );
}

interface ReasonProps {
  reason: string;
  quotes: Quote[];
  onJump: (seq: number) => void;
}

/** The reason in a sentence; words it quotes lead to their message, the others follow as chips. */
function Reason({ reason, quotes, onJump }: ReasonProps) {
  const { pieces, others } = reasonPieces(reason, quotes);
  return (
    <>
      <p>
        {pieces.map((piece) => {
          const { quote } = piece;
          if (!quote) return piece.text;
          return (
            <a
              key={`${quote.seq}-${quote.start}`}
              href={`#${messageId(quote.seq)}`}
              className={classes.quoted}
              title={t`Show it in the thread`}
              onClick={(event) => {
                event.preventDefault();
                onJump(quote.seq);
              }}
            >
              {piece.text}
            </a>
          );
        })}
      </p>
      {others.map((quote) => (
        <QuoteButton key={`${quote.seq}-${quote.start}`} quote={quote} onJump={onJump} />
      ))}
    </>
  );
}

function Facts({ facts, onJump }: { facts: HandoverCard["facts"]; onJump: (seq: number) => void }) {
  return (
    <dl className={classes.facts}>
      {facts.map((fact) => (
        <div key={`${fact.name}-${fact.seq}-${fact.value}`}>
          <dt>{fact.label}</dt>
          <dd>
            {fact.seq === 0 ? (
              <span title={t`Filled in before the chat`}>{fact.value}</span>
            ) : (
              <UnstyledButton
                className={classes.link}
                title={t`Show where it was said`}
                onClick={() => onJump(fact.seq)}
              >
                {fact.value}
              </UnstyledButton>
            )}
            {fact.corrected_from && (
              <small className={classes.corrected}>
                <Trans>
                  put right by the customer, was <s>{fact.corrected_from}</s>
                </Trans>
              </small>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface SuggestionProps {
  suggestion: NonNullable<HandoverCard["suggestion"]>;
  onUse: () => void;
}

function Suggestion({ suggestion, onUse }: SuggestionProps) {
  return (
    <div className={classes.suggestion}>
      <p>{suggestion.text}</p>
      <div className={classes.suggestionFoot}>
        <SourceChip source={suggestion.source} />
        <UnstyledButton className={classes.use} onClick={onUse}>
          <Trans>Use as reply</Trans>
        </UnstyledButton>
      </div>
    </div>
  );
}
