/** The text in Markdown, with the few marks that the assistant's words can carry, by button or by key. */

import { t } from "@lingui/core/macro";
import { ActionIcon, Textarea, Tooltip } from "@mantine/core";
import { type KeyboardEvent, useRef } from "react";
import classes from "./Editor.module.css";
import { MARKS, type Mark, marked } from "./marking";

const LONGEST = 50_000;

interface BodyFieldProps {
  value: string;
  error: string | null;
  readOnly: boolean;
  onChange: (body: string) => void;
}

function withKey(name: string, key: string | undefined): string {
  const letter = key?.toUpperCase();
  return letter ? t`${name}, Ctrl or Cmd ${letter}` : name;
}

export function BodyField({ value, error, readOnly, onChange }: BodyFieldProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const mark = (kind: Mark) => {
    const field = area.current;
    if (!field) return;
    const { start, end, insert, select } = marked(value, field.selectionStart, field.selectionEnd, kind);
    field.focus();
    field.setSelectionRange(start, end);
    // This way of inserting, and no other, can be undone with the browser's own keys.
    if (!document.execCommand?.("insertText", false, insert)) {
      onChange(value.slice(0, start) + insert + value.slice(end));
    }
    requestAnimationFrame(() => field.setSelectionRange(...select));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    const kind = MARKS.find(({ key }) => key === event.key.toLowerCase())?.kind;
    if (!kind) return;
    event.preventDefault();
    mark(kind);
  };
  return (
    <div className={classes.body}>
      <Textarea
        ref={area}
        label={t`Text`}
        autosize
        minRows={9}
        maxRows={26}
        maxLength={LONGEST}
        value={value}
        error={error}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {!readOnly && (
        <div className={classes.marks} role="toolbar" aria-label={t`Marks for the text`}>
          {MARKS.map(({ kind, name, key, sign }) => (
            <Tooltip key={kind} label={withKey(name, key)}>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={26}
                aria-label={name}
                onClick={() => mark(kind)}
              >
                <span className={classes.sign} data-kind={kind}>
                  {sign}
                </span>
              </ActionIcon>
            </Tooltip>
          ))}
        </div>
      )}
    </div>
  );
}
