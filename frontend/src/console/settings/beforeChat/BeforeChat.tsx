/** What visitors are asked before a chat: when, which fields, and what they agree to. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Checkbox, Radio, SegmentedControl, Stack, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { type FormQuestion, fetchForm, type PreChatForm, putForm } from "../../api/beforeChat";
import { atField } from "../../api/problems";
import { PlusIcon } from "../../shell/icons";
import { useDraft } from "../../ui/drafts";
import { Failure } from "../../ui/Failure";
import { SectionSkeleton } from "../../ui/PageSkeleton";
import { SaveBar } from "../../ui/SaveBar";
import { Section } from "../../ui/Section";
import { Fields } from "../Fields";
import type { SectionProps } from "../SettingsPage";
import classes from "./BeforeChat.module.css";
import { FormPreview } from "./FormPreview";
import { writable } from "./languages";
import { QuestionCard } from "./QuestionCard";
import { WordsField } from "./WordsField";

const KEY = ["pre_chat_form"] as const;
const MOST_QUESTIONS = 3;
const NEW: FormQuestion = { id: "", words: {}, options: [], is_required: false };

type Need = PreChatForm["name"];

const WHEN: { value: PreChatForm["when"]; label: string; says: string }[] = [
  {
    value: "off",
    label: t`Never`,
    says: t`The chat begins with the first words. Most visitors like that best.`,
  },
  { value: "first", label: t`Before the first message`, says: t`Nobody can write before it is filled in.` },
  {
    value: "person",
    label: t`When a person is asked for`,
    says: t`The assistant answers everybody; who wants a person says first who they are. Whoever is passed on for another reason is not held up: they find the form while they wait.`,
  },
];

const CONTACTS = [
  ["name", t`Name`],
  ["email", t`E-mail address`],
  ["phone", t`Phone number`],
] as const;

const EXAMPLE = "https://www.example.com/privacy";

export default function BeforeChat({ workspace }: SectionProps) {
  const { data, error, refetch } = useQuery({ queryKey: KEY, queryFn: ({ signal }) => fetchForm(signal) });
  if (data) return <Form saved={data} workspace={workspace} />;
  if (error)
    return <Failure problem={error} what={t`The form could not be loaded.`} onRetry={() => void refetch()} />;
  return <SectionSkeleton fields={4} />;
}

function NeedField({ label, need, onChange }: { label: string; need: Need; onChange: (need: Need) => void }) {
  const id = useId();
  return (
    <div className={classes.need}>
      <span id={id}>{label}</span>
      <SegmentedControl
        size="xs"
        aria-labelledby={id}
        data={[
          { value: "off", label: t`Not asked` },
          { value: "optional", label: t`Optional` },
          { value: "required", label: t`Required` },
        ]}
        value={need}
        onChange={onChange}
      />
    </div>
  );
}

/** Why it cannot be saved as it is. */
function hindranceOf(form: PreChatForm): string | null {
  const asks = CONTACTS.some(([name]) => form[name] !== "off") || form.questions.length > 0 || form.consent;
  if (form.when !== "off" && !asks) return t`Choose at least one field, or never show the form.`;
  const said = (words: Record<string, string>) => Object.values(words).some((one) => one.trim());
  if (form.questions.some((one) => !said(one.words))) return t`A question has no words yet.`;
  if (form.questions.some((one) => one.options.some((option) => !said(option))))
    return t`An option has no words yet.`;
  return form.consent && !said(form.consent.words) ? t`Write what visitors agree to.` : null;
}

function Form({ saved, workspace }: SectionProps & { saved: PreChatForm }) {
  const client = useQueryClient();
  const draft = useDraft("before-chat", saved);
  const { fields: form, change } = draft;
  const all = [...form.questions.flatMap((one) => [one.words, ...one.options]), form.consent?.words ?? {}];
  const languages = writable(workspace.languages, all);
  const [language, setLanguage] = useState(languages[0] ?? "en");
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: putForm,
    onSuccess: (now) => {
      client.setQueryData(KEY, now);
      draft.reset();
    },
  });
  const written = { languages, language, onLanguage: setLanguage };
  const putQuestion = (at: number, part: Partial<FormQuestion>) =>
    change({ questions: form.questions.map((one, other) => (other === at ? { ...one, ...part } : one)) });
  return (
    <>
      <div className={classes.sides}>
        <Fields legend={t`Form before a chat`}>
          <Section title={t`When it is shown`}>
            <Radio.Group
              aria-label={t`When it is shown`}
              value={form.when}
              error={atField(error, "when")}
              onChange={(value) => change({ when: value as PreChatForm["when"] })}
            >
              <Stack gap="lg">
                {WHEN.map(({ value, label, says }) => (
                  <Radio key={value} value={value} label={label} description={says} />
                ))}
              </Stack>
            </Radio.Group>
          </Section>
          <Section
            title={t`What is asked`}
            says={t`Who is signed in on your site, or answered before, is asked only what is not known yet. An address that is typed here is not proven: it opens nothing, but answers can be sent there.`}
          >
            <div className={classes.needs}>
              {CONTACTS.map(([name, label]) => (
                <NeedField
                  key={name}
                  label={label}
                  need={form[name]}
                  onChange={(need) => change({ [name]: need })}
                />
              ))}
            </div>
            <ol className={classes.cards}>
              {form.questions.map((question, at) => (
                <QuestionCard
                  // biome-ignore lint/suspicious/noArrayIndexKey: a new one has no id yet
                  key={at}
                  question={question}
                  place={at}
                  {...written}
                  problemOf={(field) => atField(error, `questions.${at}.${field}`)}
                  onChange={(part) => putQuestion(at, part)}
                  onRemove={() => change({ questions: form.questions.filter((_, other) => other !== at) })}
                />
              ))}
            </ol>
            {form.questions.length < MOST_QUESTIONS && (
              <Button
                variant="default"
                size="xs"
                leftSection={<PlusIcon size={14} />}
                onClick={() => change({ questions: [...form.questions, NEW] })}
              >
                <Trans>Add a question of your own</Trans>
              </Button>
            )}
          </Section>
          <Section title={t`Consent`}>
            <Checkbox
              label={t`Visitors have to agree to something`}
              description={t`What they read, and when they agreed, is kept with the customer.`}
              checked={form.consent !== null}
              onChange={(event) =>
                change({ consent: event.currentTarget.checked ? { words: {}, url: "" } : null })
              }
            />
            {form.consent && (
              <>
                <WordsField
                  label={t`What they agree to`}
                  placeholder={t`I agree that my details are used to answer me.`}
                  lines
                  longest={300}
                  words={form.consent.words}
                  {...written}
                  problem={atField(error, "consent.words")}
                  onChange={(words) => change({ consent: { words, url: form.consent?.url ?? "" } })}
                />
                <TextInput
                  label={t`Where it is written at length`}
                  placeholder={EXAMPLE}
                  type="url"
                  maxLength={500}
                  value={form.consent.url}
                  error={atField(error, "consent.url")}
                  onChange={(event) =>
                    change({ consent: { words: form.consent?.words ?? {}, url: event.currentTarget.value } })
                  }
                />
              </>
            )}
          </Section>
        </Fields>
        <FormPreview
          form={form}
          accent={workspace.accent}
          language={language}
          languages={workspace.languages}
        />
      </div>
      <SaveBar
        shown={draft.changed}
        busy={isPending}
        problem={error}
        fields={["when", "questions", "consent"]}
        hindrance={hindranceOf(form)}
        onSave={() => mutate(form)}
        onDiscard={() => {
          draft.reset();
          reset();
        }}
      />
    </>
  );
}
