/** Finds words in the open conversation, all of which is fetched for it; Enter goes on upwards, Shift and Enter back. */

import { plural, t } from "@lingui/core/macro";
import { ActionIcon, CloseButton } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { type KeyboardEvent, useEffect, useMemo, useState } from "react";
import type { Thread } from "../../../../shared/thread";
import { useDesk } from "../../../desk/DeskContext";
import { DownIcon, SearchIcon } from "../../../shell/icons";
import classes from "./FindBar.module.css";
import { entriesWith } from "./found";

interface FindBarProps {
  id: string;
  thread: Thread;
  onSought: (words: string) => void;
  onJump: (seq: number) => void;
  onClose: () => void;
}

const TYPING_PAUSE = 150;

/** Fetches what was said before, down to the first word; says whether all is there. */
function useWhole(id: string, thread: Thread): boolean {
  const desk = useDesk();
  useEffect(() => void desk.loadBackTo(id, 1), [desk, id]);
  return thread.from === 0;
}

export default function FindBar({ id, thread, onSought, onJump, onClose }: FindBarProps) {
  const [typed, setTyped] = useState("");
  const [words] = useDebouncedValue(typed.trim(), TYPING_PAUSE);
  const [at, setAt] = useState(0);
  const whole = useWhole(id, thread);
  const found = useMemo(() => entriesWith(thread.events, words), [thread.events, words]);
  const here = found[Math.min(at, found.length - 1)];

  useEffect(() => {
    onSought(words);
    setAt(0);
  }, [words, onSought]);
  useEffect(() => () => onSought(""), [onSought]);
  useEffect(() => {
    if (here !== undefined) onJump(here);
  }, [here, onJump]);

  const step = (by: number) => found.length > 0 && setAt((at + by + found.length) % found.length);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") onClose();
    else if (event.key === "Enter" && !event.nativeEvent.isComposing) step(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  };
  return (
    <search className={classes.bar}>
      <SearchIcon size={14} />
      <input
        // biome-ignore lint/a11y/noAutofocus: it opens because somebody asked for it
        autoFocus
        className={classes.field}
        type="text"
        aria-label={t`Find in this conversation`}
        placeholder={t`Find in this conversation`}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <span className={classes.state} role="status">
        {inWords({ words, found: found.length, at, left: whole ? 0 : thread.from })}
      </span>
      <ActionIcon
        variant="subtle"
        color="gray"
        className={classes.up}
        aria-label={t`The one before`}
        disabled={found.length < 2}
        onClick={() => step(1)}
      >
        <DownIcon size={14} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t`The one after`}
        disabled={found.length < 2}
        onClick={() => step(-1)}
      >
        <DownIcon size={14} />
      </ActionIcon>
      <CloseButton size="sm" aria-label={t`Close the search`} onClick={onClose} />
    </search>
  );
}

function inWords({
  words,
  found,
  at,
  left,
}: {
  words: string;
  found: number;
  at: number;
  left: number;
}): string {
  if (words === "")
    return left > 0
      ? plural(left, { one: "Fetching # earlier entry", other: "Fetching # earlier entries" })
      : "";
  if (found === 0) return left > 0 ? t`Not found, looking through ${left} more` : t`Not found`;
  const place = Math.min(at, found - 1) + 1;
  return left > 0 ? t`${place} of ${found}, looking through ${left} more` : t`${place} of ${found}`;
}
