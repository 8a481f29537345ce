/** What a thread begins with: the greeting, the notice that an AI answers, and what one could ask. */

import type { Company } from "../shared/wire";
import type { Conversation, View } from "./conversation";
import { placeOfForm } from "./due";
import { SparkMark } from "./marks";
import { say } from "./words/words";

/** A short first sentence makes the heading, the rest stands beneath it. */
function greetingParts(greeting: string): [string, string] {
  const [first = greeting] = greeting.match(/^[^.!?]{1,48}[.!?]+/) ?? [];
  return [first, greeting.slice(first.length).trim()];
}

function Greeting({ company }: { company: Company }) {
  const [heading, rest] = greetingParts(company.greeting);
  return (
    <div class="greeting">
      <h2 dir="auto">{heading}</h2>
      {rest && <p dir="auto">{rest}</p>}
      {company.ai_notice && (
        <p class="ai-notice">
          <SparkMark size={14} />
          <span dir="auto">{company.ai_notice}</span>
        </p>
      )}
      {company.privacy_url && (
        <p class="privacy">
          <a href={company.privacy_url} target="_blank" rel="noopener noreferrer">
            {say("privacy")}
          </a>
        </p>
      )}
    </div>
  );
}

/** The shape of what is on its way, for a visitor who was here before. */
function Skeleton() {
  return (
    <div class="skeleton" aria-hidden="true">
      <span class="skeleton-own" />
      <span />
      <span />
    </div>
  );
}

function QuickReplies({ replies, onPick }: { replies: string[]; onPick: (text: string) => void }) {
  return (
    <ul class="quick-replies" aria-label={say("suggestions")}>
      {replies.map((reply) => (
        <li key={reply}>
          <button type="button" class="quick-reply" onClick={() => onPick(reply)}>
            <span dir="auto">{reply}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

interface OpeningProps {
  view: View;
  talk: Conversation;
  /** Shows what was said in earlier conversations. */
  onLook: () => void;
}

export function Opening({ view, talk, onLook }: OpeningProps) {
  const { company, thread, returning, caughtUp, identified } = view;
  const empty = thread.events.length === 0 && thread.pending.length === 0;
  return (
    <>
      <Greeting company={company} />
      {identified && (
        <button type="button" class="pill look-back" onClick={onLook}>
          {say("earlier")}
        </button>
      )}
      {empty && returning && !caughtUp && <Skeleton />}
      {empty && (caughtUp || !returning) && !view.greeting && placeOfForm(view) !== "instead" && (
        <QuickReplies replies={company.quick_replies} onPick={(text) => talk.send(text)} />
      )}
    </>
  );
}
