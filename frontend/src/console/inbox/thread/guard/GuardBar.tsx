/** Above the composer: who else replies right now, and what came while one was writing. */

import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { memo, useEffect, useRef } from "react";
import type { Thread } from "../../../../shared/thread";
import { useCell } from "../../../desk/cell";
import { listed } from "../../../shell/locale";
import { focusComposer } from "../../composer/place";
import type { useDraft } from "../../composer/useDraft";
import classes from "./GuardBar.module.css";
import { gates } from "./gate";
import { type News, newsSince } from "./news";

interface GuardBarProps {
  id: string;
  thread: Thread;
  draft: Pick<ReturnType<typeof useDraft>, "mode" | "text">;
  meId: string;
  /** Brings an entry of the log into sight. */
  onJump: (seq: number) => void;
}

const SHOWN = 2;

function useGate({ id, thread, draft, meId }: GuardBarProps) {
  const latest = useRef({ thread, meId });
  latest.current = { thread, meId };
  useEffect(() => gates.follow(id, () => latest.current), [id]);
  const { mode, text } = draft;
  const there = thread.seq > 0;
  useEffect(() => {
    if (there && mode === "reply") gates.wrote(id, text.trim(), Date.now());
  }, [id, there, mode, text]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each entry of the log is a coming
  useEffect(() => {
    if (gates.news(id).length > 0) gates.came(id, Date.now());
  }, [id, thread.seq]);
  return useCell(gates.cell(id));
}

function replyingInWords(names: readonly string[]): string {
  const who = listed(names);
  return plural(names.length, { one: `${who} is replying`, other: `${who} are replying` });
}

export const GuardBar = memo(function GuardBar(props: GuardBarProps) {
  const { id, thread, meId, onJump } = props;
  const gate = useGate(props);
  const replying = thread.typing.filter(({ author }) => author.kind === "agent" && author.id !== meId);
  const names = replying.map(({ author }) => author.name);
  const news = gate.since === null ? [] : newsSince(thread, gate.since, meId);
  const first = news[0];
  return (
    <div className={classes.place}>
      <p className={classes.replying} role="status">
        {names.length > 0 && replyingInWords(names)}
      </p>
      {first && gate.waiting === null && (
        <section className={classes.news} aria-label={t`Came while you were writing`}>
          <NewsList news={news} />
          <button type="button" className={classes.quiet} onClick={() => onJump(first.seq)}>
            <Trans>Show</Trans>
          </button>
          <button type="button" className={classes.quiet} onClick={() => gates.looked(id)}>
            <Trans>Seen</Trans>
          </button>
        </section>
      )}
      {first && gate.waiting !== null && <Ask id={id} news={news} onLook={() => onJump(first.seq)} />}
    </div>
  );
});

function NewsList({ news }: { news: readonly News[] }) {
  const more = news.length - SHOWN;
  return (
    <ul className={classes.list}>
      {news.slice(-SHOWN).map((one) => (
        <li key={one.seq}>
          {one.who && <strong>{one.who}</strong>}{" "}
          {one.kind === "moved" ? one.text : t`“${{ words: one.text }}”`}
        </li>
      ))}
      {more > 0 && (
        <li>
          <Trans>and {more} more before</Trans>
        </li>
      )}
    </ul>
  );
}

/** A send waits: the safe choice has the focus, so that a second Enter sends nothing by accident. */
function Ask({ id, news, onLook }: { id: string; news: readonly News[]; onLook: () => void }) {
  const look = useRef<HTMLButtonElement>(null);
  useEffect(() => look.current?.focus(), []);
  const looked = () => {
    gates.looked(id);
    onLook();
    focusComposer();
  };
  return (
    <section className={classes.ask} role="alert">
      <div className={classes.words}>
        <strong>
          <Trans>Not sent yet: this came while you were writing.</Trans>
        </strong>
        <NewsList news={news} />
      </div>
      <Button ref={look} size="xs" variant="default" onClick={looked}>
        <Trans>Look first</Trans>
      </Button>
      <Button
        size="xs"
        onClick={() => {
          gates.sendAnyway(id);
          focusComposer();
        }}
      >
        <Trans>Send anyway</Trans>
      </Button>
    </section>
  );
}
