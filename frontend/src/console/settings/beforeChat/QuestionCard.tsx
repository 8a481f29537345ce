/** One question of the company's own: free words, or a choice. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { ActionIcon, Button, Checkbox, Input, SegmentedControl, TextInput } from "@mantine/core";
import type { FormQuestion } from "../../api/beforeChat";
import { CloseIcon, PlusIcon } from "../../shell/icons";
import classes from "./BeforeChat.module.css";
import { spoken } from "./languages";
import { WordsField } from "./WordsField";

const MOST_OPTIONS = 12;

interface QuestionCardProps {
  question: FormQuestion;
  place: number;
  languages: readonly string[];
  language: string;
  problemOf: (field: string) => string | null;
  onLanguage: (language: string) => void;
  onChange: (part: Partial<FormQuestion>) => void;
  onRemove: () => void;
}

export function QuestionCard(props: QuestionCardProps) {
  const { question, place, languages, language, onChange } = props;
  const { options, words } = question;
  const putOption = (at: number, said: string) =>
    onChange({ options: options.map((one, other) => (other === at ? { ...one, [language]: said } : one)) });
  return (
    <li className={classes.card}>
      <div className={classes.fields} style={{ borderTop: 0 }}>
        <div className={classes.option}>
          <SegmentedControl
            size="xs"
            aria-label={t`Kind of question ${place + 1}`}
            data={[
              { value: "text", label: t`Free words` },
              { value: "choice", label: t`A choice` },
            ]}
            value={options.length > 0 ? "choice" : "text"}
            onChange={(kind) => onChange({ options: kind === "choice" ? [{}, {}] : [] })}
            style={{ justifySelf: "start", alignSelf: "center" }}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t`Remove question ${place + 1}`}
            onClick={props.onRemove}
          >
            <CloseIcon />
          </ActionIcon>
        </div>
        <WordsField
          label={t`Question ${place + 1}`}
          placeholder={t`What is it about?`}
          longest={120}
          words={words}
          languages={languages}
          language={language}
          problem={props.problemOf("words")}
          onLanguage={props.onLanguage}
          onChange={(said) => onChange({ words: said })}
        />
        {options.length > 0 && (
          <Input.Wrapper label={t`Options`} labelElement="div" error={props.problemOf("options")}>
            {options.map((option, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an option is its place; its words change with every key
              <div key={at} className={classes.option}>
                <TextInput
                  aria-label={t`Option ${at + 1}`}
                  maxLength={80}
                  value={option[language] ?? ""}
                  placeholder={spoken(option, languages[0] ?? "", languages)}
                  onChange={(event) => putOption(at, event.currentTarget.value)}
                />
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size="lg"
                  disabled={options.length <= 2}
                  aria-label={t`Remove option ${at + 1}`}
                  onClick={() => onChange({ options: options.filter((_, other) => other !== at) })}
                >
                  <CloseIcon />
                </ActionIcon>
              </div>
            ))}
            {options.length < MOST_OPTIONS && (
              <Button
                variant="default"
                size="xs"
                leftSection={<PlusIcon size={14} />}
                onClick={() => onChange({ options: [...options, {}] })}
              >
                <Trans>Add an option</Trans>
              </Button>
            )}
          </Input.Wrapper>
        )}
        <Checkbox
          label={t`Must be answered`}
          checked={question.is_required}
          onChange={(event) => onChange({ is_required: event.currentTarget.checked })}
        />
      </div>
    </li>
  );
}
