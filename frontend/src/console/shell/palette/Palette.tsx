/** The command palette behind Ctrl or Cmd K: go anywhere, find anything, do it. */

import { t } from "@lingui/core/macro";
import { Modal } from "@mantine/core";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { SearchIcon } from "../icons";
import { paletteOpen } from "../shortcuts";
import { choose, type Entry } from "./entries";
import classes from "./Palette.module.css";
import { useFound } from "./useFound";
import { usePlaces } from "./usePlaces";

const close = () => paletteOpen.set(false);

function run(entry: Entry): void {
  close();
  // Once the dialog is gone and the focus is back: what is begun may open another, or take the focus itself.
  requestAnimationFrame(() => entry.act());
}

export default function Palette() {
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const list = useId();
  const places = usePlaces();
  const found = useFound(typed);
  const shown = [...choose(places, typed), ...found.entries];
  const words = typed.trim();
  const chosen = shown[Math.min(at, shown.length - 1)];

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      setAt((shown.indexOf(chosen as Entry) + step + shown.length) % Math.max(1, shown.length));
    } else if (event.key === "Enter" && chosen) {
      event.preventDefault();
      run(chosen);
    }
  };

  return (
    <Modal
      opened
      onClose={close}
      withCloseButton={false}
      padding={0}
      size={600}
      yOffset="10vh"
      centered={false}
      classNames={{ content: classes.dialog }}
      aria-label={t`Go anywhere`}
      transitionProps={{ duration: 0 }}
    >
      <div className={classes.head}>
        <SearchIcon size={18} />
        <input
          data-autofocus
          className={classes.field}
          role="combobox"
          aria-expanded="true"
          aria-controls={list}
          aria-activedescendant={chosen ? `${list}-${chosen.id}` : undefined}
          aria-label={t`Go anywhere, find anything`}
          placeholder={t`Where to, or what to do?`}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
        <kbd className={classes.key}>{t`Esc`}</kbd>
      </div>
      <Options id={list} entries={shown} chosen={chosen} onPoint={(entry) => setAt(shown.indexOf(entry))} />
      <p className={classes.state} role="status">
        {found.failed
          ? t`The search did not answer. Pages and commands still work.`
          : shown.length === 0
            ? found.busy
              ? t`Searching…`
              : t`Nothing is called “${words}”, and nobody wrote it.`
            : ""}
      </p>
    </Modal>
  );
}

interface OptionsProps {
  id: string;
  entries: readonly Entry[];
  chosen: Entry | undefined;
  onPoint: (entry: Entry) => void;
}

function Options({ id, entries, chosen, onPoint }: OptionsProps) {
  const current = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever is chosen comes into sight
  useEffect(() => {
    // In braces: newer browsers give back a promise, which is no way to clean up.
    current.current?.scrollIntoView({ block: "nearest" });
  }, [chosen?.id]);
  const parts = [...new Set(entries.map((entry) => entry.part))];
  return (
    <div id={id} className={classes.list} role="listbox" aria-label={t`What fits`}>
      {parts.map((part) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is no group of options
        <div key={part} role="group" aria-labelledby={`${id}-${part}`}>
          <div id={`${id}-${part}`} className={classes.part}>
            {part}
          </div>
          {entries
            .filter((entry) => entry.part === part)
            .map((entry) => (
              // biome-ignore lint/a11y/useFocusableInteractive: as above
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
              <div
                key={entry.id}
                ref={entry.id === chosen?.id ? current : undefined}
                id={`${id}-${entry.id}`}
                className={classes.option}
                role="option"
                aria-selected={entry.id === chosen?.id}
                onPointerMove={() => entry.id !== chosen?.id && onPoint(entry)}
                onClick={() => run(entry)}
              >
                <span className={classes.name}>{entry.name}</span>
                {entry.detail && <span className={classes.detail}>{entry.detail}</span>}
                {entry.keys?.map((key) => (
                  <kbd key={key} className={classes.key}>
                    {key}
                  </kbd>
                ))}
              </div>
            ))}
        </div>
      ))}
    </div>
  );
}
