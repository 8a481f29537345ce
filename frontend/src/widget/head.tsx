/** The panel's head: whose chat this is, and who holds the baton now. */

import type { ComponentChildren } from "preact";
import type { Thread } from "../shared/thread";
import type { Company, Holder } from "../shared/wire";
import { CheckMark, CloseMark, PersonMark, SparkMark } from "./marks";
import { Menu, type MenuItem } from "./menu";
import { assistantName } from "./names";
import { initials } from "./rows";
import { standingWords } from "./standing";
import { say } from "./words/words";

interface HeadProps {
  company: Company;
  items: readonly MenuItem[];
  onClose: (() => void) | null;
}

export function Head({ company, items, onClose }: HeadProps) {
  return (
    <header class="head">
      {company.logo_url ? (
        <img class="crest" src={company.logo_url} alt="" />
      ) : (
        <span class="crest" aria-hidden="true">
          {initials(company.name)}
        </span>
      )}
      <h1 class="company">
        <bdi>{company.name}</bdi>
      </h1>
      <Menu items={items} />
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

interface Here {
  face: ComponentChildren;
  name: string;
  detail: string | null;
}

function whoIsHere(holder: Holder | "resolved", thread: Thread, company: Company): Here {
  const { agent, team } = thread.control;
  switch (holder) {
    case "resolved":
      return { face: <CheckMark />, name: say("resolved"), detail: null };
    case "assistant":
      if (!company.ai_notice) return { face: initials(company.name), name: company.name, detail: null };
      return { face: <SparkMark />, name: assistantName(company.assistant_name), detail: null };
    case "queue":
      return {
        face: <PersonMark />,
        name: say("waitingForPerson"),
        detail: standingWords(thread.queue, Date.now()),
      };
    case "agent": {
      const name = agent?.name ?? "";
      const detail = team ? say("teamHereNow", { team: team.name }) : say("hereNow");
      return { face: initials(name), name, detail };
    }
  }
}

interface StripProps {
  company: Company;
  thread: Thread;
  asked: boolean;
  onAsk: () => void;
}

/** Who is here now, in the holder's colour; the way to a person is always in it. */
export function Strip({ company, thread, asked, onAsk }: StripProps) {
  const holder = thread.status === "resolved" ? "resolved" : thread.control.holder;
  const here = whoIsHere(holder, thread, company);
  const reachable = holder === "assistant" || holder === "resolved";
  return (
    <section class={`strip strip--${holder}`} aria-label={say("whoIsHere")}>
      <span class={`face face--${holder}`} aria-hidden="true">
        {here.face}
      </span>
      <p class="holder-name">
        {here.name} {holder === "assistant" && company.ai_notice && <AiLabel />}
        {here.detail && <small>{here.detail}</small>}
      </p>
      {reachable && <PersonButton onAsk={onAsk} disabled={asked} />}
    </section>
  );
}
