/** A conversation on paper: whose it is, when, and who said what; on the screen it is not seen. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { sizeInWords } from "../../../shared/files";
import type { Thread } from "../../../shared/thread";
import { clock, dayKey } from "../../../shared/time";
import type { Message, StatusChange } from "../../../shared/wire";
import type { ConversationDetail, Me, Note } from "../../desk/wire";
import { locale } from "../../shell/locale";
import { Markup } from "../../ui/Markup";
import { controlInWords, type Item, storedItems } from "../thread/timeline";
import "./paper.css";

/** What goes on the paper beside the words. */
export interface Printed {
  notes: boolean;
  /** Who had it, and when it changed hands. */
  course: boolean;
}

interface PaperProps {
  detail: ConversationDetail;
  thread: Thread;
  me: Me;
  printed: Printed;
}

const CHANNELS: Record<ConversationDetail["channel"], string> = {
  widget: t`Widget`,
  email: t`E-mail`,
  api: t`Own channel`,
  import: t`Brought from elsewhere`,
};

/** "Monday, 23 November 2026 at 10:42": on paper nothing is "today". */
const inFull = (iso: string): string =>
  new Intl.DateTimeFormat(locale(), { dateStyle: "full", timeStyle: "short" }).format(new Date(iso));

const dayInFull = (iso: string): string =>
  new Intl.DateTimeFormat(locale(), { dateStyle: "full" }).format(new Date(iso));

/** "Central European Standard Time". */
function zoneInWords(): string {
  const parts = new Intl.DateTimeFormat(locale(), { timeZoneName: "long" }).formatToParts(new Date());
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
}

export function Paper({ detail, thread, me, printed }: PaperProps) {
  const items = storedItems(thread, printed.notes ? detail.notes : []).filter((item) => shows(item, printed));
  const [customer, company] = [detail.customer, me.company.name];
  const [when, who, zone] = [inFull(new Date().toISOString()), me.name, zoneInWords()];
  return (
    <article data-paper lang={locale()}>
      <header>
        <p>{company}</p>
        <h1>
          <Trans>Conversation with {{ name: customer.name }}</Trans>
        </h1>
        <dl>
          <Fact name={t`Customer`}>{[customer.name, customer.email].filter(Boolean).join(", ")}</Fact>
          <Fact name={t`Began`}>{inFull(detail.created_at)}</Fact>
          <Fact name={t`Channel`}>{CHANNELS[detail.channel]}</Fact>
          <Fact name={t`Number`}>{detail.id}</Fact>
        </dl>
      </header>
      {byDays(items).map((day) => (
        <section key={day.key}>
          <h2>{dayInFull(day.at)}</h2>
          {day.items.map((item) => (
            <Entry key={item.key} item={item} company={company} />
          ))}
        </section>
      ))}
      <footer>
        <p>
          <Trans>
            Printed by {who}, {when}. All times: {zone}.
          </Trans>
        </p>
        {printed.notes && (
          <p>
            <Trans>With private notes of the team.</Trans>
          </p>
        )}
      </footer>
    </article>
  );
}

function Fact({ name, children }: { name: string; children: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What is still being sent is not said yet. */
function shows(item: Item, { course }: Printed): boolean {
  if (item.kind === "control" || item.kind === "status") return course;
  return item.kind !== "pending" && item.kind !== "day";
}

interface Day {
  key: number;
  at: string;
  items: Item[];
}

function byDays(items: readonly Item[]): Day[] {
  const days: Day[] = [];
  for (const item of items) {
    const key = dayKey(item.at);
    const last = days.at(-1);
    if (last?.key === key) last.items.push(item);
    else days.push({ key, at: item.at, items: [item] });
  }
  return days;
}

function Entry({ item, company }: { item: Item; company: string }) {
  switch (item.kind) {
    case "message":
      return <Said message={item.message} company={company} />;
    case "note":
      return <Noted note={item.note} />;
    case "control":
      return <Course at={item.at}>{controlInWords(item.change, "", null)}</Course>;
    case "status":
      return <Course at={item.at}>{statusInWords(item.change)}</Course>;
    default:
      return null;
  }
}

function speaker({ author, ai }: Message, company: string): string {
  if (author.kind === "assistant")
    return ai ? `${t`Assistant`} · ${t`AI`} · ${company}` : `${t`Assistant`} · ${company}`;
  return author.kind === "agent" ? `${author.name} · ${company}` : author.name;
}

function Said({ message, company }: { message: Message; company: string }) {
  const { attachments, sources } = message;
  return (
    <div data-said={message.author.kind}>
      <p data-who>
        <strong>{speaker(message, company)}</strong>{" "}
        <time dateTime={message.created_at}>{clock(message.created_at)}</time>
      </p>
      <Markup html={message.html} />
      {attachments.length > 0 && (
        <p data-small>
          <Trans>
            Attached:{" "}
            {{ files: attachments.map((one) => `${one.name} (${sizeInWords(one.size)})`).join(", ") }}
          </Trans>
        </p>
      )}
      {sources.length > 0 && (
        <p data-small>
          <Trans>From: {{ sources: sources.map((one) => one.title).join(", ") }}</Trans>
        </p>
      )}
    </div>
  );
}

function Noted({ note }: { note: Note }) {
  return (
    <div data-said="note">
      <p data-who>
        <strong>
          <Trans>Private note by {{ who: note.author.name }}</Trans>
        </strong>{" "}
        <time dateTime={note.created_at}>{clock(note.created_at)}</time>
      </p>
      <Markup html={note.html} />
    </div>
  );
}

function Course({ at, children }: { at: string; children: string }) {
  return (
    <p data-course>
      <time dateTime={at}>{clock(at)}</time> {children}
    </p>
  );
}

function statusInWords({ notice, status, text }: StatusChange): string {
  if (notice) return t`Told the customer: “${{ words: text }}”`;
  if (status === "open") return t({ message: "Open again", context: "what happened to a conversation" });
  return status === "snoozed" ? t`Snoozed` : t`Resolved`;
}
