/** The fields of an article: its title and text, how customers ask for it, for whom and until when it holds. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { SegmentedControl, Select, TagsInput, TextInput } from "@mantine/core";
import { useId } from "react";
import type { ArticleFields, Audience } from "../../api/articles";
import { atField } from "../../api/problems";
import { languageChoices } from "../../ui/languages";
import { useFacets } from "../articles/useArticles";
import { BodyField } from "./BodyField";
import classes from "./Editor.module.css";
import { QuestionsField } from "./QuestionsField";
import { ValidityFields } from "./ValidityFields";

const LONGEST_TITLE = 200;
const LONGEST_TAG = 40;
const MOST_TAGS = 20;

interface ArticleFormProps {
  fields: ArticleFields;
  onChange: (fields: Partial<ArticleFields>) => void;
  problem: unknown;
  readOnly?: boolean;
  /** Begin to write at once. */
  fresh?: boolean;
}

export function ArticleForm({
  fields,
  onChange,
  problem,
  readOnly = false,
  fresh = false,
}: ArticleFormProps) {
  return (
    <fieldset className={classes.form} disabled={readOnly}>
      <TextInput
        label={t`Title`}
        maxLength={LONGEST_TITLE}
        value={fields.title}
        error={atField(problem, "title")}
        {...(fresh && { autoFocus: true, placeholder: t`How do I return something?` })}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
      />
      <BodyField
        value={fields.body}
        error={atField(problem, "body")}
        readOnly={readOnly}
        onChange={(body) => onChange({ body })}
      />
      <QuestionsField
        questions={fields.questions}
        error={atField(problem, "questions")}
        onChange={(questions) => onChange({ questions })}
      />
      <div className={classes.row}>
        <LanguageField fields={fields} onChange={onChange} />
        <TagsField fields={fields} onChange={onChange} problem={problem} />
      </div>
      <AudienceField audience={fields.audience} onPick={(audience) => onChange({ audience })} />
      <ValidityFields fields={fields} error={atField(problem, "valid_until")} onChange={onChange} />
    </fieldset>
  );
}

type FieldProps = Pick<ArticleFormProps, "fields" | "onChange">;

function LanguageField({ fields, onChange }: FieldProps) {
  return (
    <Select
      label={t`Language`}
      data={languageChoices([fields.language])}
      value={fields.language}
      allowDeselect={false}
      searchable
      onChange={(language) => language && onChange({ language })}
    />
  );
}

function TagsField({ fields, onChange, problem }: FieldProps & { problem: unknown }) {
  const known = useFacets().data?.tags.map(({ value }) => value) ?? [];
  return (
    <TagsInput
      label={t`Tags`}
      data={known}
      value={fields.tags}
      maxTags={MOST_TAGS}
      maxLength={LONGEST_TAG}
      error={atField(problem, "tags")}
      acceptValueOnBlur
      onChange={(tags) => onChange({ tags })}
    />
  );
}

const AUDIENCES: { value: Audience; label: string }[] = [
  { value: "everyone", label: t`Customers and agents` },
  { value: "desk", label: t`Agents only` },
];
const AUDIENCE_SAYS: Record<Audience, string> = {
  everyone: t`The assistant quotes it to customers.`,
  desk: t`The assistant never quotes it; your agents can read it.`,
};

function AudienceField({ audience, onPick }: { audience: Audience; onPick: (audience: Audience) => void }) {
  const id = useId();
  return (
    <div className={classes.field}>
      <span id={id} className={classes.label}>
        <Trans>Who may read it</Trans>
      </span>
      <SegmentedControl
        aria-labelledby={id}
        data={AUDIENCES}
        value={audience}
        onChange={(value) => onPick(value as Audience)}
      />
      <p className={classes.hint}>{AUDIENCE_SAYS[audience]}</p>
    </div>
  );
}
