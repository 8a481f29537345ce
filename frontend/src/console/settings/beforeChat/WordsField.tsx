/** Words of the company in each of its languages, one field with a language chosen above it. */

import { t } from "@lingui/core/macro";
import { Input, SegmentedControl, Textarea, TextInput } from "@mantine/core";
import { useId } from "react";
import { languageName } from "../../ui/languages";
import classes from "./BeforeChat.module.css";
import type { Words } from "./languages";

interface WordsFieldProps {
  label: string;
  description?: string;
  placeholder?: string;
  words: Words;
  /** To write in; the first one is read where the reader's own has no words. */
  languages: readonly string[];
  language: string;
  longest: number;
  lines?: boolean;
  problem?: string | null;
  onLanguage: (language: string) => void;
  onChange: (words: Words) => void;
}

export function WordsField(props: WordsFieldProps) {
  const { label, description, placeholder, words, languages, language, longest, lines, problem } = props;
  const id = useId();
  const shared = {
    id,
    maxLength: longest,
    value: words[language] ?? "",
    error: problem ?? null,
    placeholder: words[languages[0] ?? ""] || placeholder || "",
    onChange: (event: { currentTarget: { value: string } }) =>
      props.onChange({ ...words, [language]: event.currentTarget.value }),
  };
  return (
    <Input.Wrapper label={label} labelProps={{ htmlFor: id }} description={description}>
      {languages.length > 1 && (
        <SegmentedControl
          size="xs"
          className={classes.languages}
          aria-label={t`Language of the words`}
          data={languages.map((one) => ({ value: one, label: languageName(one) }))}
          value={language}
          onChange={props.onLanguage}
        />
      )}
      <div className={classes.inner}>
        {lines ? <Textarea autosize minRows={2} {...shared} /> : <TextInput {...shared} />}
      </div>
    </Input.Wrapper>
  );
}
