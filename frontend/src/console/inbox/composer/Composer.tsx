/** Where an agent writes: to the customer, or on yellow paper to the team. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { type KeyboardEvent, lazy, type ReactNode, Suspense, useId, useRef, useState } from "react";
import { type Contents, isReady } from "../../../shared/tray";
import { explain } from "../../api/problems";
import type { Written } from "../../api/translations";
import type { Act } from "../../api/writing";
import { useMe } from "../../desk/DeskContext";
import type { ConversationRow } from "../../desk/wire";
import { SendIcon } from "../../shell/icons";
import type { Mode } from "../drafts";
import { handOf, sendingMeans } from "../holder";
import { enterMeans } from "../keys";
import { resolving } from "../resolving";
import { gates } from "../thread/guard/gate";
import { SendsIn } from "../translating/SendsIn";
import { useTranslating } from "../translating/Translating";
import { useTranslatedReply } from "../translating/useTranslatedReply";
import { ClipButton } from "./ClipButton";
import classes from "./Composer.module.css";
import { HeldBar } from "./HeldBar";
import { holding } from "./holding";
import type { PickingKeys } from "./Mentioning";
import { COMPOSER_ID, focusComposer } from "./place";
import { TrayView } from "./TrayView";
import type { useDraft } from "./useDraft";
import { useFiles } from "./useFiles";
import { useHolding } from "./useHolding";
import { useNoteSender } from "./useNoteSender";
import { useTypingSignal } from "./useTypingSignal";

const Tools = lazy(() => import("./tools/Tools"));
const SendMenu = lazy(() => import("./SendMenu"));
const Mentioning = lazy(() => import("./Mentioning"));
const ReplyLook = lazy(() => import("../translating/ReplyLook"));
const DraftBar = lazy(() => import("./DraftBar"));

const VARIABLE = /\{\{\s*([a-z_]+(?:\.[a-z_]+)?)\s*(?:\|[^{}\n]{0,80})?\}\}/;

interface ComposerProps {
  row: ConversationRow;
  draft: ReturnType<typeof useDraft>;
  /** A reply that is offered as ghost text while the field is empty. */
  suggestion: string | null;
}

export function Composer({ row, draft, suggestion }: ComposerProps) {
  const me = useMe();
  const signal = useTypingSignal(row.id);
  const note = useNoteSender(row.id, draft.noteStored);
  const { mode, text } = draft;
  const words = text.trim();
  const closed = mode === "reply" && handOf(row) === "resolved";
  const files = useFiles(row.id, mode === "reply" && !closed);
  const { wishes, waiting, send: hold } = useHolding(row.id, draft);
  const [picking, setPicking] = useState(false);
  const naming: PickingKeys = useRef(null);
  const unfilled = mode === "reply" ? (VARIABLE.exec(text)?.[1] ?? null) : null;
  const ready = mode === "note" ? words !== "" : isSendable(words, files.contents) && !closed;

  const translating = useTranslating();
  const reply = useTranslatedReply(row.id);
  const translates = translating.sends && mode === "reply" && words !== "";

  const go = (said: string, acts: readonly Act[], written: Written | null = null) =>
    gates.before(row.id, () => {
      signal.stop();
      resolving.undo(row.id);
      draft.setText("");
      hold(said, files.tray.take(), acts, written);
      if (!reply.look) return;
      reply.drop();
      focusComposer();
    });

  const send = (acts: readonly Act[] = []) => {
    if (waiting && words === "" && files.contents.items.length === 0) {
      void holding.sendNow(row.id);
      return;
    }
    if (!ready || unfilled) return;
    if (mode === "note") {
      note.mutate(words);
      return;
    }
    if (!translates) {
      go(words, acts);
      return;
    }
    if (reply.look?.of !== words || reply.look.state === "failed") {
      reply.make(words, acts);
      return;
    }
    if (!reply.maySend(words, Date.now())) return;
    const said = reply.look.text.trim();
    go(
      said,
      acts.length > 0 ? acts : reply.look.acts,
      said === words ? null : { text: words, language: me.reads },
    );
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
      {waiting && <HeldBar waiting={waiting} />}
      {(draft.conflict || draft.others.length > 0) && (
        <Suspense fallback={null}>
          <DraftBar conflict={draft.conflict} others={draft.others} />
        </Suspense>
      )}
      <Modes mode={mode} onMode={draft.setMode} means={mode === "reply" ? sendingMeans(row, me.id) : null}>
        {mode === "reply" && !closed && <SendsIn language={row.language} />}
      </Modes>
      <Field
        row={row}
        draft={draft}
        suggestion={mode === "reply" ? suggestion : null}
        onType={mode === "reply" ? signal.typing : () => undefined}
        onSend={() => send()}
        onSendAndResolve={() => send([{ do: "resolve" }])}
        onTakeBack={waiting ? () => void holding.undo(row.id) : undefined}
        onSlash={() => setPicking(true)}
        naming={naming}
      />
      {mode === "note" && text.includes("@") && (
        <Suspense fallback={null}>
          <Mentioning text={text} onText={draft.setText} keys={naming} />
        </Suspense>
      )}
      {unfilled && (
        <p className={classes.failed} role="alert">
          <Trans>
            Nothing is known here for {{ name: `{{${unfilled}}}` }}. Write it yourself, or take it out, before
            you send.
          </Trans>
        </p>
      )}
      {translates && reply.look && (
        <Suspense fallback={null}>
          <ReplyLook
            look={reply.look}
            words={words}
            language={row.language}
            onText={reply.change}
            onSend={() => send()}
            onAgain={() => reply.make(words, reply.look?.acts ?? [])}
            onAsWritten={() => go(words, reply.look?.acts ?? [])}
            onDrop={reply.drop}
          />
        </Suspense>
      )}
      {mode === "reply" && <TrayView tray={files.tray} contents={files.contents} />}
      {note.isError && mode === "note" && (
        <p className={classes.failed} role="alert">
          <Trans>The note was not stored. {explain(note.error).message} It is still here: try again.</Trans>
        </p>
      )}
      <div className={classes.foot}>
        {mode === "reply" && !closed && <ClipButton onFiles={files.add} />}
        <Suspense fallback={null}>
          <Tools
            row={row}
            mode={mode}
            text={text}
            onText={draft.setText}
            onReply={(said, acts) => {
              draft.setMode("reply");
              if (acts.length > 0 && !translating.sends)
                gates.before(row.id, () => hold(said, files.tray.take(), acts));
              else draft.setText(said);
              if (translating.sends) reply.make(said.trim(), acts);
            }}
            rewrites={wishes?.rewrites ?? []}
            picking={picking}
            onPicking={setPicking}
          />
        </Suspense>
        <span className={classes.hint}>
          <EnterHint mode={mode} translates={translates && !reply.isFor(words)} />
        </span>
        <Button
          type="submit"
          size="xs"
          className={classes.send}
          disabled={!ready || unfilled !== null}
          loading={note.isPending}
          rightSection={<SendIcon size={14} />}
        >
          {buttonSays(mode, translates && !reply.isFor(words))}
        </Button>
        {mode === "reply" && !closed && (
          <Suspense fallback={null}>
            <SendMenu wishes={wishes} disabled={!ready || unfilled !== null} onSend={send} />
          </Suspense>
        )}
      </div>
    </form>
  );
}

function buttonSays(mode: Mode, translates: boolean): string {
  if (mode === "note") return t`Add note`;
  return translates ? t`Translate` : t`Send`;
}

function EnterHint({ mode, translates }: { mode: Mode; translates: boolean }) {
  if (mode === "note")
    return (
      <Trans>
        <kbd>Enter</kbd> adds, <kbd>Shift Enter</kbd> new line
      </Trans>
    );
  return translates ? (
    <Trans>
      <kbd>Enter</kbd> translates, <kbd>Shift Enter</kbd> new line
    </Trans>
  ) : (
    <Trans>
      <kbd>Enter</kbd> sends, <kbd>Shift Enter</kbd> new line
    </Trans>
  );
}

function isSendable(words: string, contents: Contents): boolean {
  return isReady(contents) && (words !== "" || contents.items.length > 0);
}

const MODES: { mode: Mode; name: string; key: string }[] = [
  { mode: "reply", name: t`Reply`, key: "r" },
  { mode: "note", name: t`Note`, key: "n" },
];

interface ModesProps {
  mode: Mode;
  onMode: (mode: Mode) => void;
  means: string | null;
  children: ReactNode;
}

function Modes({ mode, onMode, means, children }: ModesProps) {
  return (
    <div className={classes.head}>
      <fieldset className={classes.modes}>
        <legend className="sr">
          <Trans>What you write</Trans>
        </legend>
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
      {children}
      <span className={classes.means} role="status">
        {mode === "note" ? t`Only your team sees this` : means}
      </span>
    </div>
  );
}

function emptyWords(row: ConversationRow, mode: Mode): string {
  if (mode === "note") return t`Write a note for your team`;
  if (handOf(row) === "resolved") return t`Replies rest until the customer writes again. Notes are welcome.`;
  return t`Reply to ${row.customer.name}`;
}

interface FieldProps extends ComposerProps {
  onType: () => void;
  onSend: () => void;
  onSendAndResolve: () => void;
  /** Ctrl Z in an empty field, while what was sent last can still be undone. */
  onTakeBack?: () => void;
  /** `/` in an empty field. */
  onSlash: () => void;
  /** Keys that a list of colleagues takes while one is being named. */
  naming: PickingKeys;
}

function Field(props: FieldProps) {
  const { row, draft, suggestion, onType, onSend, onSendAndResolve, onTakeBack, onSlash, naming } = props;
  const { mode, text, setText } = draft;
  const [refused, setRefused] = useState(false);
  const hint = useId();
  const ghost = text === "" && suggestion !== null && !refused ? suggestion : null;
  const empty = emptyWords(row, mode);

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (!event.shiftKey && !event.nativeEvent.isComposing && naming.current?.(event.key)) {
      event.preventDefault();
      return;
    }
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
    const { key, shiftKey, altKey, ctrlKey, metaKey } = event;
    if (onTakeBack && text === "" && key.toLowerCase() === "z" && (ctrlKey || metaKey) && !shiftKey) {
      event.preventDefault();
      onTakeBack();
      return;
    }
    if (key === "/" && text === "" && mode === "reply" && !ctrlKey && !metaKey) {
      event.preventDefault();
      onSlash();
      return;
    }
    if (enterMeans({ key, shiftKey, altKey, isComposing: event.nativeEvent.isComposing }) === "send") {
      event.preventDefault();
      if (event.repeat) return; // a key held down sends no translation that nobody has seen
      if ((ctrlKey || metaKey) && mode === "reply") onSendAndResolve();
      else onSend();
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
            <Trans>Suggested reply: {ghost} Press Tab to use it, Escape to dismiss it.</Trans>
          </span>
          <button type="button" className={classes.use} tabIndex={-1} onClick={() => setText(ghost)}>
            <Trans>
              <kbd>Tab</kbd> use suggestion
            </Trans>
          </button>
        </div>
      )}
    </div>
  );
}
