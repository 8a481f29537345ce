/** Where an agent writes: to the customer, or on yellow paper to the team. */

import { Button } from "@mantine/core";
import { type KeyboardEvent, useId, useState } from "react";
import { type Contents, isReady } from "../../../shared/tray";
import { explain } from "../../api/problems";
import { useDesk, useMe } from "../../desk/DeskContext";
import type { ConversationRow } from "../../desk/wire";
import { SendIcon } from "../../shell/icons";
import type { Mode } from "../drafts";
import { handOf, sendingMeans } from "../holder";
import { enterMeans } from "../keys";
import { resolving } from "../resolving";
import { gates } from "../thread/guard/gate";
import { ClipButton } from "./ClipButton";
import classes from "./Composer.module.css";
import { COMPOSER_ID } from "./place";
import { TrayView } from "./TrayView";
import type { useDraft } from "./useDraft";
import { useFiles } from "./useFiles";
import { useNoteSender } from "./useNoteSender";
import { useTypingSignal } from "./useTypingSignal";

interface ComposerProps {
  row: ConversationRow;
  draft: ReturnType<typeof useDraft>;
  /** A reply that is offered as ghost text while the field is empty. */
  suggestion: string | null;
}

export function Composer({ row, draft, suggestion }: ComposerProps) {
  const desk = useDesk();
  const me = useMe();
  const signal = useTypingSignal(row.id);
  const note = useNoteSender(row.id, draft.noteStored);
  const { mode, text } = draft;
  const words = text.trim();
  const closed = mode === "reply" && handOf(row) === "resolved";
  const files = useFiles(row.id, mode === "reply" && !closed);
  const ready = mode === "note" ? words !== "" : isSendable(words, files.contents) && !closed;

  const send = () => {
    if (!ready) return;
    if (mode === "note") {
      note.mutate(words);
      return;
    }
    gates.before(row.id, () => {
      signal.stop();
      resolving.undo(row.id);
      draft.setText("");
      void desk.reply(row.id, words, files.tray.take());
    });
  };

  return (
    <form
      className={classes.composer}
      data-mode={mode}
      data-over={files.over || undefined}
      {...files.ways}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Modes mode={mode} onMode={draft.setMode} means={mode === "reply" ? sendingMeans(row, me.id) : null} />
      <Field
        row={row}
        draft={draft}
        suggestion={mode === "reply" ? suggestion : null}
        onType={mode === "reply" ? signal.typing : () => undefined}
        onSend={send}
      />
      {mode === "reply" && <TrayView tray={files.tray} contents={files.contents} />}
      {note.isError && mode === "note" && (
        <p className={classes.failed} role="alert">
          The note was not stored. {explain(note.error).message} It is still here: try again.
        </p>
      )}
      <div className={classes.foot}>
        {mode === "reply" && !closed && <ClipButton onFiles={files.add} />}
        <span className={classes.hint}>
          <kbd>Enter</kbd> {mode === "reply" ? "sends" : "adds"}, <kbd>Shift Enter</kbd> new line
        </span>
        <Button
          type="submit"
          size="xs"
          className={classes.send}
          disabled={!ready}
          loading={note.isPending}
          rightSection={<SendIcon size={14} />}
        >
          {mode === "reply" ? "Send" : "Add note"}
        </Button>
      </div>
    </form>
  );
}

function isSendable(words: string, contents: Contents): boolean {
  return isReady(contents) && (words !== "" || contents.items.length > 0);
}

const MODES: { mode: Mode; name: string; key: string }[] = [
  { mode: "reply", name: "Reply", key: "r" },
  { mode: "note", name: "Note", key: "n" },
];

function Modes({ mode, onMode, means }: { mode: Mode; onMode: (mode: Mode) => void; means: string | null }) {
  return (
    <div className={classes.head}>
      <fieldset className={classes.modes}>
        <legend className="sr">What you write</legend>
        {MODES.map((each) => (
          <button
            key={each.mode}
            type="button"
            className={classes.mode}
            data-kind={each.mode}
            aria-pressed={mode === each.mode}
            aria-keyshortcuts={each.key}
            onClick={() => {
              onMode(each.mode);
              document.getElementById(COMPOSER_ID)?.focus();
            }}
          >
            {each.name}
          </button>
        ))}
      </fieldset>
      <span className={classes.means} role="status">
        {mode === "note" ? "Only your team sees this" : means}
      </span>
    </div>
  );
}

function emptyWords(row: ConversationRow, mode: Mode): string {
  if (mode === "note") return "Write a note for your team";
  if (handOf(row) === "resolved") return "Replies rest until the customer writes again. Notes are welcome.";
  return `Reply to ${row.customer.name}`;
}

interface FieldProps extends ComposerProps {
  onType: () => void;
  onSend: () => void;
}

function Field({ row, draft, suggestion, onType, onSend }: FieldProps) {
  const { mode, text, setText } = draft;
  const [refused, setRefused] = useState(false);
  const hint = useId();
  const ghost = text === "" && suggestion !== null && !refused ? suggestion : null;
  const empty = emptyWords(row, mode);

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === "Tab" && !event.shiftKey && ghost) {
      event.preventDefault();
      setText(ghost);
      return;
    }
    if (event.key === "Escape") {
      if (ghost) setRefused(true);
      else event.currentTarget.blur();
      return;
    }
    const { key, shiftKey, altKey } = event;
    if (enterMeans({ key, shiftKey, altKey, isComposing: event.nativeEvent.isComposing }) === "send") {
      event.preventDefault();
      onSend();
    }
  };

  return (
    <div className={classes.field} data-text={text}>
      <textarea
        id={COMPOSER_ID}
        rows={1}
        className={classes.text}
        aria-label={empty}
        aria-describedby={ghost ? hint : undefined}
        placeholder={ghost ? "" : empty}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          onType();
        }}
        onKeyDown={onKeyDown}
      />
      {ghost && (
        <div className={classes.ghost}>
          <span className={classes.ghostText} aria-hidden="true">
            {ghost}
          </span>
          <span id={hint} className="sr">
            Suggested reply: {ghost} Press Tab to use it, Escape to dismiss it.
          </span>
          <button type="button" className={classes.use} tabIndex={-1} onClick={() => setText(ghost)}>
            <kbd>Tab</kbd> use suggestion
          </button>
        </div>
      )}
    </div>
  );
}
