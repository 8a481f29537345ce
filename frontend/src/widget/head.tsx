/** The panel's head: whose chat this is, and who holds the baton now. */

import type { Thread } from "../shared/thread";
import type { Company } from "../shared/wire";
import { CheckMark, CloseMark, PersonMark, SparkMark } from "./marks";
import { initials, queueWords } from "./rows";
import { say } from "./words/words";

export function Head({ company, onClose }: { company: Company; onClose: (() => void) | null }) {
  return (
    <header class="head">
      <span class="crest" aria-hidden="true">
        {initials(company.name)}
      </span>
      <h1 class="company">{company.name}</h1>
      {onClose && (
        <button type="button" class="icon-button head-close" aria-label={say("closeChat")} onClick={onClose}>
          <CloseMark />
        </button>
      )}
    </header>
  );
}

/** Every word of the assistant is marked as an AI's. */
export function AiLabel() {
  return <abbr title={say("aiTitle")}>{say("ai")}</abbr>;
}

interface PersonButtonProps {
  onAsk: () => void;
  disabled?: boolean;
  /** In the accent: here it is what we suggest. */
  inviting?: boolean;
}

export function PersonButton({ onAsk, disabled, inviting }: PersonButtonProps) {
  return (
    <button
      type="button"
      class={inviting ? "pill pill--inviting" : "pill"}
      onClick={onAsk}
      disabled={disabled}
    >
      <PersonMark />
      {say("talkToPerson")}
    </button>
  );
}

function Holder({ thread }: { thread: Thread }) {
  const { holder, agent, team } = thread.control;
  if (thread.status === "resolved") {
    return (
      <>
        <span class="face face--resolved">
          <CheckMark />
        </span>
        <p class="holder-name">{say("resolved")}</p>
      </>
    );
  }
  switch (holder) {
    case "assistant":
      return (
        <>
          <span class="face face--assistant">
            <SparkMark />
          </span>
          <p class="holder-name">
            {say("assistant")} <AiLabel />
          </p>
        </>
      );
    case "queue":
      return (
        <>
          <span class="face face--queue">
            <PersonMark />
          </span>
          <p class="holder-name">
            {say("waitingForPerson")}
            <small>{queueWords(thread.queuePosition)}</small>
          </p>
        </>
      );
    case "agent":
      return (
        <>
          <span class="face face--agent">{initials(agent?.name ?? "")}</span>
          <p class="holder-name">
            {agent?.name}
            <small>{team ? say("teamHereNow", { team: team.name }) : say("hereNow")}</small>
          </p>
        </>
      );
  }
}

interface StripProps {
  thread: Thread;
  asked: boolean;
  onAsk: () => void;
}

/** Who is here now, in the holder's colour; the way to a person is always in it. */
export function Strip({ thread, asked, onAsk }: StripProps) {
  const holder = thread.status === "resolved" ? "resolved" : thread.control.holder;
  const reachable = holder === "assistant" || holder === "resolved";
  return (
    <section class={`strip strip--${holder}`} aria-label={say("whoIsHere")}>
      <Holder thread={thread} />
      {reachable && <PersonButton onAsk={onAsk} disabled={asked} />}
    </section>
  );
}
