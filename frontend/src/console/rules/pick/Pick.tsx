/** A part of a sentence that is chosen from a list: the words are a button, the list opens below them. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Combobox, UnstyledButton, useCombobox } from "@mantine/core";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { CheckIcon } from "../../shell/icons";
import { found, type OptionGroup } from "./options";
import classes from "./Pick.module.css";

const JUST_NOW = 200;

interface PickProps {
  /** What is chosen, for screen readers: "Priority". */
  label: string;
  text: string;
  value: string | null;
  groups: readonly OptionGroup[];
  onPick: (value: string) => void;
  /** For long lists. */
  search?: boolean;
  /** Open from the start. */
  asked?: boolean;
  /** Words between the parts rather than a part. */
  plain?: boolean;
  /** Nothing is chosen. */
  empty?: boolean;
  wrong?: string | null;
  disabled?: boolean;
}

export function Pick(props: PickProps) {
  const { label, text, value, groups, onPick, search = false, asked = false, disabled = false } = props;
  const list = useId();
  const closed = useRef(0);
  const [sought, seek] = useState("");
  const box = useCombobox({
    onDropdownClose: () => {
      closed.current = Date.now();
      box.resetSelectedOption();
      seek("");
    },
    onDropdownOpen: () => {
      if (search) box.focusSearchInput();
    },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the part was asked for
  useEffect(() => {
    if (!asked || disabled) return;
    box.openDropdown();
    if (!search) box.focusTarget();
  }, [asked]);
  // The list is drawn when it opens; only then can what is chosen, or found first, be marked in it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each opening and each search
  useEffect(() => {
    if (!box.dropdownOpened) return;
    const soon = setTimeout(() => (sought ? box.selectFirstOption() : box.selectActiveOption()), 0);
    return () => clearTimeout(soon);
  }, [box.dropdownOpened, sought]);
  // The list listens above all of the page and is closed by now; what it stands in is to stay open.
  const holdEscape = (event: KeyboardEvent) => {
    const mine = box.dropdownOpened || Date.now() - closed.current < JUST_NOW;
    if (event.key === "Escape" && mine) event.stopPropagation();
  };
  const pick = (chosen: string) => {
    box.closeDropdown();
    box.focusTarget();
    onPick(chosen);
  };
  const shown = found(groups, sought);
  return (
    <Combobox
      keepMounted={false}
      store={box}
      onOptionSubmit={pick}
      width={search ? 320 : 240}
      position="bottom-start"
      shadow="md"
    >
      <Combobox.Target targetType="button">
        <UnstyledButton
          className={classes.token}
          data-plain={props.plain || undefined}
          data-empty={props.empty || undefined}
          data-wrong={props.wrong ? true : undefined}
          aria-label={props.wrong ? `${label}: ${text}, ${props.wrong}` : `${label}: ${text}`}
          aria-expanded={box.dropdownOpened}
          disabled={disabled}
          onKeyDown={holdEscape}
          onClick={() => box.toggleDropdown()}
        >
          {text}
        </UnstyledButton>
      </Combobox.Target>
      <Combobox.Dropdown className={classes.dropdown}>
        {search && (
          <Combobox.Search
            role="combobox"
            aria-expanded
            aria-controls={list}
            value={sought}
            aria-label={t`Search: ${label}`}
            placeholder={t`Search`}
            onChange={(event) => seek(event.currentTarget.value)}
          />
        )}
        <Combobox.Options id={list} className={classes.options} aria-label={label}>
          {shown.length === 0 && (
            <Combobox.Empty>
              <Trans>Nothing is called so</Trans>
            </Combobox.Empty>
          )}
          {shown.map((group) => (
            <Group key={group.name} group={group} value={value} />
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function Group({ group, value }: { group: OptionGroup; value: string | null }) {
  const options = group.options.map((option) => (
    <Combobox.Option
      key={option.value}
      value={option.value}
      active={option.value === value}
      className={classes.option}
    >
      <span className={classes.name}>
        {option.label}
        {option.value === value && <CheckIcon size={14} />}
      </span>
      {option.says && <small>{option.says}</small>}
    </Combobox.Option>
  ));
  return group.name ? <Combobox.Group label={group.name}>{options}</Combobox.Group> : options;
}
