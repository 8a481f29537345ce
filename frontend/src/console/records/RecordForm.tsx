/** The fields of a record, each of the kind that it is; a wrong one is told where it stands. */

import { t } from "@lingui/core/macro";
import { Button, Select, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { atField } from "../api/problems";
import type { BusinessRecord } from "../api/records";
import { useMay } from "../shell/useMay";
import { FormProblem } from "../ui/FormProblem";
import { ADDRESS, type FieldOf, type KindOf, type Written } from "./kinds";
import classes from "./Records.module.css";
import { attributesOf, changesOf, linesOf, type Typed, typedOf } from "./values";

interface RecordFormProps {
  kind: KindOf;
  record: BusinessRecord | null;
  busy: boolean;
  problem: unknown;
  onSave: (fields: Record<string, unknown>) => void;
}

export function RecordForm({ kind, record, busy, problem, onSave }: RecordFormProps) {
  const mayWrite = useMay("records.write");
  const saved = record && typedOf(kind, record);
  const [typed, setTyped] = useState<Typed>(typedOf(kind, record));
  const [lines, setLines] = useState(linesOf(record?.attributes));
  const changes = changesOf(kind, typed, saved);
  if (kind.attributes && lines !== linesOf(record?.attributes)) changes.attributes = attributesOf(lines);
  const changed = Object.keys(changes).length > 0;
  const missing = kind.fields.find(({ name, needed }) => needed && !typed[name]?.trim());
  const type = (name: string, value: string) => setTyped((before) => ({ ...before, [name]: value }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (changed && !missing) onSave(changes);
  };
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <fieldset className={classes.fields} disabled={!mayWrite}>
        <legend className="sr">{kind.says.one}</legend>
        <div className={classes.grid}>
          {kind.fields.map((field) => (
            <Field
              key={field.name}
              kind={kind}
              field={field}
              value={typed[field.name] ?? ""}
              error={atField(problem, field.name)}
              onType={(value) => type(field.name, value)}
            />
          ))}
        </div>
        {kind.address && (
          <div className={classes.grid}>
            {ADDRESS.map(([name, label]) => (
              <TextInput
                key={name}
                label={label}
                value={typed[`address.${name}`] ?? ""}
                error={atField(problem, `address.${name}`)}
                onChange={(event) => type(`address.${name}`, event.currentTarget.value)}
              />
            ))}
          </div>
        )}
        {kind.attributes && (
          <Textarea
            label={t`Attributes`}
            description={t`One to a line, such as “colour: red”. Rules and recommendations may look at them.`}
            autosize
            minRows={3}
            maxRows={16}
            value={lines}
            error={atField(problem, "attributes")}
            onChange={(event) => setLines(event.currentTarget.value)}
          />
        )}
      </fieldset>
      <FormProblem
        problem={problem}
        fields={[...kind.fields.map(({ name }) => name), "address", "attributes"]}
      />
      {mayWrite && (
        <div className={classes.foot}>
          <Button type="submit" loading={busy} disabled={!changed || missing !== undefined}>
            {record ? t`Save` : kind.says.add}
          </Button>
          {missing && changed && <span className={classes.hint}>{neededInWords(missing.label)}</span>}
        </div>
      )}
    </form>
  );
}

const neededInWords = (label: string): string => t`${label} is needed.`;

const TYPES: Partial<Record<Written, string>> = {
  email: "email",
  moment: "datetime-local",
  phone: "tel",
  link: "url",
};

interface FieldProps {
  kind: KindOf;
  field: FieldOf;
  value: string;
  error: string | null;
  onType: (value: string) => void;
}

function Field({ kind, field, value, error, onType }: FieldProps) {
  const { label, as, needed = false, help } = field;
  const common = { label, error, ...(help && { placeholder: help }), withAsterisk: needed };
  if (as === "state") {
    const data = kind.states.map(([name, words]) => ({ value: name, label: words }));
    return (
      <Select
        {...common}
        data={data}
        value={value}
        allowDeselect={false}
        onChange={(chosen) => onType(chosen ?? "")}
      />
    );
  }
  if (as === "words") {
    return (
      <Textarea
        {...common}
        className={classes.wide}
        autosize
        minRows={3}
        maxRows={12}
        value={value}
        onChange={(event) => onType(event.currentTarget.value)}
      />
    );
  }
  return (
    <TextInput
      {...common}
      type={TYPES[as] ?? "text"}
      inputMode={as === "money" ? "decimal" : as === "count" ? "numeric" : undefined}
      value={value}
      onChange={(event) => onType(event.currentTarget.value)}
    />
  );
}
