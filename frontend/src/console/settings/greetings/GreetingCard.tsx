/** One greeting: a sentence that opens into its fields. */

import { t } from "@lingui/core/macro";
import { ActionIcon, Checkbox, NumberInput, Select, Switch, UnstyledButton } from "@mantine/core";
import { useId } from "react";
import type { Greeting } from "../../api/beforeChat";
import { ChevronIcon, CloseIcon } from "../../shell/icons";
import classes from "../beforeChat/BeforeChat.module.css";
import { spoken } from "../beforeChat/languages";
import { WordsField } from "../beforeChat/WordsField";
import { PagesField } from "./PagesField";
import { sentenceOf } from "./sentence";

const WHO: { value: Greeting["who"]; label: string }[] = [
  { value: "everybody", label: t`Everybody` },
  { value: "new", label: t`New visitors` },
  { value: "returning", label: t`Visitors who come back` },
];

interface GreetingCardProps {
  greeting: Greeting;
  place: number;
  open: boolean;
  languages: readonly string[];
  language: string;
  /** What is wrong with a field of it. */
  problemOf: (field: string) => string | null;
  onLanguage: (language: string) => void;
  onOpen: () => void;
  onChange: (part: Partial<Greeting>) => void;
  onRemove: () => void;
  /** Null for the first one. */
  onUp: (() => void) | null;
}

export function GreetingCard(props: GreetingCardProps) {
  const { greeting, place, open, languages, language, onChange, onUp } = props;
  const id = useId();
  const name = spoken(greeting.words, languages[0] ?? "", languages) || t`New greeting`;
  return (
    <li className={classes.card} data-off={!greeting.is_on || undefined}>
      <div className={classes.head}>
        <UnstyledButton
          className={classes.opener}
          aria-expanded={open}
          aria-controls={id}
          onClick={props.onOpen}
        >
          <span className={classes.says}>{name}</span>
          <span className={classes.sentence}>{sentenceOf(greeting)}</span>
        </UnstyledButton>
        <div className={classes.acts}>
          <Switch
            size="xs"
            aria-label={t`Greeting ${place + 1} is shown`}
            checked={greeting.is_on}
            onChange={(event) => onChange({ is_on: event.currentTarget.checked })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t`Move greeting ${place + 1} up`}
            disabled={onUp === null}
            onClick={() => onUp?.()}
          >
            <span style={{ display: "grid", transform: "rotate(180deg)" }}>
              <ChevronIcon size={14} />
            </span>
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t`Remove greeting ${place + 1}`}
            onClick={props.onRemove}
          >
            <CloseIcon size={14} />
          </ActionIcon>
        </div>
      </div>
      {open && (
        <div id={id} className={classes.fields}>
          <WordsField
            label={t`What it says`}
            description={t`Short, as a person in the shop would. Readers of other languages see the words of your first language.`}
            placeholder={t`Can we help you choose?`}
            lines
            longest={200}
            words={greeting.words}
            languages={languages}
            language={language}
            problem={props.problemOf("words")}
            onLanguage={props.onLanguage}
            onChange={(words) => onChange({ words })}
          />
          <PagesField
            pages={greeting.pages}
            problem={props.problemOf("pages")}
            onChange={(pages) => onChange({ pages })}
          />
          <div className={classes.pair}>
            <NumberInput
              label={t`After seconds`}
              description={t`On the page, while it is looked at.`}
              min={0}
              max={3600}
              allowDecimal={false}
              value={greeting.after}
              error={props.problemOf("after")}
              onChange={(typed) => typed !== "" && onChange({ after: Number(typed) })}
            />
            <NumberInput
              label={t`Scrolled to`}
              description={t`Of the page; 0 does not look at it.`}
              min={0}
              max={100}
              suffix="%"
              allowDecimal={false}
              value={greeting.scroll}
              error={props.problemOf("scroll")}
              onChange={(typed) => typed !== "" && onChange({ scroll: Number(typed) })}
            />
          </div>
          <Select
            label={t`To whom`}
            description={t`Who comes again after half an hour comes back.`}
            allowDeselect={false}
            data={WHO}
            value={greeting.who}
            onChange={(value) => value && onChange({ who: value })}
          />
          <Checkbox
            label={t`Only when the pointer is about to leave the page`}
            description={t`Phones have no pointer: there it is never shown then.`}
            checked={greeting.leaving}
            onChange={(event) => onChange({ leaving: event.currentTarget.checked })}
          />
          <Checkbox
            label={t`Only while a team is at work`}
            checked={greeting.in_hours}
            onChange={(event) => onChange({ in_hours: event.currentTarget.checked })}
          />
        </div>
      )}
    </li>
  );
}
