/** A search field over a list of teams and people; arrows move, Enter chooses and goes on to the note. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { type KeyboardEvent, useId } from "react";
import { Bone } from "../../ui/Bone";
import classes from "./Transfer.module.css";
import type { Target } from "./targets";

interface TargetPickerProps {
  typed: string;
  onType: (typed: string) => void;
  /** Null until they are there. */
  found: readonly Target[] | null;
  chosen: Target | null;
  onChoose: (target: Target) => void;
  /** Enter in the field: the one that is marked is the one. */
  onChosen: () => void;
}

function Loading() {
  return (
    <div className={classes.loading} role="status" aria-label={t`Loading teams and people`}>
      {[64, 52, 70, 58, 48, 66].map((width) => (
        <Bone key={width} width={`${width}%`} height={14} />
      ))}
    </div>
  );
}

export function TargetPicker({ typed, onType, found, chosen, onChoose, onChosen }: TargetPickerProps) {
  const list = useId();
  const optionId = (target: Target) => `${list}-${target.key}`;
  const step = (by: 1 | -1) => {
    if (!found) return;
    const at = found.findIndex((target) => target.key === chosen?.key);
    const next = found[Math.min(found.length - 1, Math.max(0, at + by))];
    if (!next) return;
    onChoose(next);
    document.getElementById(optionId(next))?.scrollIntoView({ block: "nearest" });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      event.preventDefault(); // else it would be passed on before anybody could say why
      if (event.ctrlKey || event.metaKey) event.currentTarget.closest("form")?.requestSubmit();
      else if (chosen) onChosen();
      return;
    }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    step(event.key === "ArrowDown" ? 1 : -1);
  };
  return (
    <>
      <input
        data-autofocus
        className={classes.search}
        type="search"
        role="combobox"
        aria-label={t`Search teams and people`}
        aria-expanded={found !== null}
        aria-controls={list}
        aria-activedescendant={chosen ? optionId(chosen) : undefined}
        autoComplete="off"
        placeholder={t`Search teams and people`}
        value={typed}
        onChange={(event) => onType(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {found === null && <Loading />}
      <div
        id={list}
        role="listbox"
        hidden={found === null}
        aria-label={t`Teams and people`}
        className={classes.list}
      >
        {found?.map((target) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above moves and chooses by keyboard
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active option
          <div
            key={target.key}
            id={optionId(target)}
            role="option"
            aria-selected={target.key === chosen?.key}
            className={classes.option}
            onClick={() => onChoose(target)}
          >
            <span className={classes.dot} data-kind={target.kind} data-presence={target.presence} />
            <span className={classes.name}>{target.name}</span>
            <span className={classes.detail}>{target.detail}</span>
          </div>
        ))}
        {found?.length === 0 && (
          <p className={classes.none}>
            <Trans>Nobody of that name.</Trans>
          </p>
        )}
      </div>
    </>
  );
}
