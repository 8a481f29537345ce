/** The small tools below the field: Markdown, a look before sending, canned replies, macros, other words. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { ActionIcon, Menu, Tooltip } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import { explain } from "../../../api/problems";
import { type Act, type Rewritten, rewrite, type Way } from "../../../api/writing";
import type { ConversationRow } from "../../../desk/wire";
import type { Mode } from "../../drafts";
import { COMPOSER_ID } from "../place";
import { lined, linked, type Selected, wrapped } from "./marking";
import classes from "./Tools.module.css";

const Picker = lazy(() => import("./Picker"));
const Preview = lazy(() => import("./Preview"));
const MacroMenu = lazy(() => import("./MacroMenu"));

export interface ToolsProps {
  row: ConversationRow;
  mode: Mode;
  text: string;
  onText: (text: string) => void;
  /** A reply, and what is to follow it once it is sent. */
  onReply: (text: string, acts: readonly Act[]) => void;
  rewrites: readonly Way[];
  picking: boolean;
  onPicking: (picking: boolean) => void;
}

type Change = (selected: Selected) => Selected;

const MARKS: { name: string; sign: ReactNode; key?: string; change: Change }[] = [
  {
    name: t`Bold`,
    sign: <b>{t({ message: "B", context: "sign for bold" })}</b>,
    key: "b",
    change: (it) => wrapped(it, "**", t`bold`),
  },
  {
    name: t`Italic`,
    sign: <i>{t({ message: "I", context: "sign for italic" })}</i>,
    key: "i",
    change: (it) => wrapped(it, "*", t`italic`),
  },
  { name: t`List`, sign: "•", change: (it) => lined(it, "- ") },
  { name: t`Quote`, sign: "”", change: (it) => lined(it, "> ") },
  { name: t`Code`, sign: "<>", change: (it) => wrapped(it, "`", t`code`) },
  { name: t`Link`, sign: "↗", change: (it) => linked(it, t`text`) },
];

function mark(change: Change, onText: (text: string) => void): void {
  const field = document.getElementById(COMPOSER_ID);
  if (!(field instanceof HTMLTextAreaElement)) return;
  const next = change({ text: field.value, from: field.selectionStart, to: field.selectionEnd });
  onText(next.text);
  requestAnimationFrame(() => {
    field.focus();
    field.setSelectionRange(next.from, next.to);
  });
}

export default function Tools(props: ToolsProps) {
  const { row, mode, text, onText, onReply, rewrites, picking, onPicking } = props;
  const [looking, setLooking] = useState(false);
  useMarkKeys(onText);
  const reply = mode === "reply";
  return (
    <div className={classes.tools} role="toolbar" aria-label={t`Writing tools`}>
      <Menu position="top-start" returnFocus>
        <Tool label={t`Format`}>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size={28} aria-label={t`Format`}>
              <span className={classes.sign}>{"Aa"}</span>
            </ActionIcon>
          </Menu.Target>
        </Tool>
        <Menu.Dropdown>
          {MARKS.map(({ name, sign, key, change }) => (
            <Menu.Item
              key={name}
              leftSection={<span className={classes.sign}>{sign}</span>}
              rightSection={key && <kbd>{`${t`Ctrl`} ${key.toUpperCase()}`}</kbd>}
              onClick={() => mark(change, onText)}
            >
              {name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item disabled={text.trim() === ""} onClick={() => setLooking(true)}>
            <Trans>Preview</Trans>
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {reply && (
        <Tool label={t`Canned replies (/)`}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={28}
            aria-label={t`Canned replies`}
            onClick={() => onPicking(true)}
          >
            <span className={classes.sign}>/</span>
          </ActionIcon>
        </Tool>
      )}
      <Suspense fallback={null}>
        {reply && <MacroMenu row={row} onReply={onReply} />}
        {picking && (
          <Picker
            row={row}
            onClose={() => onPicking(false)}
            onPick={(words) => onText(text ? `${text}\n${words}` : words)}
          />
        )}
        {looking && <Preview text={text} onClose={() => setLooking(false)} />}
      </Suspense>
      {reply && rewrites.length > 0 && <Rewriting id={row.id} text={text} ways={rewrites} onText={onText} />}
    </div>
  );
}

function Tool({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Tooltip label={label}>
      <span className={classes.tool}>{children}</span>
    </Tooltip>
  );
}

/** Ctrl B and Ctrl I in the field. */
function useMarkKeys(onText: (text: string) => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const inField = event.target instanceof HTMLElement && event.target.id === COMPOSER_ID;
      if (!inField || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      const found = MARKS.find(({ key }) => key === event.key.toLowerCase());
      if (!found) return;
      event.preventDefault();
      mark(found.change, onText);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [onText]);
}

interface RewritingProps {
  id: string;
  text: string;
  ways: readonly Way[];
  onText: (text: string) => void;
}

/** Other words, and a warning where a fact is gone or new; the words of before come back with one press. */
function Rewriting({ id, text, ways, onText }: RewritingProps) {
  const [done, setDone] = useState<{ before: string; made: Rewritten } | null>(null);
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: (way: string) => rewrite(id, text, way),
    onSuccess: (made) => {
      setDone({ before: text, made });
      onText(made.text);
    },
  });
  const shown = done && done.made.text === text ? done : null;
  return (
    <>
      <Menu position="top-start" returnFocus onOpen={reset}>
        <Tool label={t`Other words`}>
          <Menu.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={28}
              aria-label={t`Other words`}
              loading={isPending}
              disabled={text.trim() === ""}
            >
              <span className={classes.sign}>✎</span>
            </ActionIcon>
          </Menu.Target>
        </Tool>
        <Menu.Dropdown>
          {ways.map(({ name, label }) => (
            <Menu.Item key={name} onClick={() => mutate(name)}>
              {label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {error && (
        <span role="alert" className={classes.told}>
          {explain(error).message}
        </span>
      )}
      {shown && (
        <span role="status" className={classes.told}>
          {shown.before === shown.made.text ? (
            <Trans>Nothing to change: your words stay as they are.</Trans>
          ) : (
            <>
              {told(shown.made)}{" "}
              <button type="button" className={classes.undo} onClick={() => onText(shown.before)}>
                <Trans>Undo</Trans>
              </button>
            </>
          )}
        </span>
      )}
    </>
  );
}

function told({ lost, added }: Rewritten): string {
  if (lost.length === 0 && added.length === 0) return t`Rewritten; all facts kept.`;
  const [gone, come] = [lost.join(", "), added.join(", ")];
  if (added.length === 0) return t`Check this before you send it. Lost: ${gone}.`;
  if (lost.length === 0) return t`Check this before you send it. New: ${come}.`;
  return t`Check this before you send it. Lost: ${gone}; new: ${come}.`;
}
