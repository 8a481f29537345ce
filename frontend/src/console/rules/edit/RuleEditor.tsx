/** One rule, open: when it holds, what it does, what the customer reads, and how it is called. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import type { Rule } from "../../api/rules";
import { useBuilder } from "../book/BuilderContext";
import { type PlacedProblem, problemAt } from "../document/book";
import { rootOf, wholeOf } from "../document/conditions";
import { triggerLabel } from "../document/words";
import { plainList } from "../pick/options";
import { Pick } from "../pick/Pick";
import classes from "./Edit.module.css";
import { SayEditor } from "./SayEditor";
import { Then } from "./Then";
import { When } from "./When";

interface RuleEditorProps {
  id: string;
  rule: Rule;
  protective: boolean;
  /** The only one of a trigger that protects: it stays what it is. */
  needed: boolean;
  problems: readonly PlacedProblem[];
  asked: string | null;
  onChange: (change: Partial<Rule>, about?: string) => void;
}

export function RuleEditor(props: RuleEditorProps) {
  const { id, rule, protective, problems, asked, onChange } = props;
  const { mayWrite } = useBuilder();
  return (
    <section id={id} className={classes.editor} aria-label={t`Rule: ${rule.name}`}>
      <Row name={t({ message: "When", context: "part of a rule" })}>
        <When
          root={rootOf(rule.when)}
          problems={problems}
          asked={asked}
          onChange={(root) => onChange({ when: wholeOf(root) })}
        />
      </Row>
      <Row name={t({ message: "Then", context: "part of a rule" })}>
        <Then {...{ rule, protective, problems, asked, onChange }} />
      </Row>
      {rule.does !== "mark" && (
        <Row name={t({ message: "Words", context: "part of a rule" })}>
          {rule.does === "ask_approval" && (
            <p className={classes.hint}>
              <Trans>Said where there is no answer to hold, and a person takes over.</Trans>
            </p>
          )}
          <SayEditor {...{ rule, problems, onChange }} />
        </Row>
      )}
      <Row name={t`Name`}>
        <fieldset className={classes.fields} disabled={!mayWrite}>
          <legend className="sr">
            <Trans>How it is called</Trans>
          </legend>
          <Text field="name" label={t`Name of the rule`} longest={80} {...props} />
          <Text field="label" label={t`Shown in the inbox as`} longest={80} {...props} />
          <Text field="reason" label={t`Reason for the agent`} longest={300} {...props} />
          <TriggerPick {...props} />
        </fieldset>
      </Row>
    </section>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={classes.row}>
      <h3>{name}</h3>
      <div className={classes.cell}>{children}</div>
    </div>
  );
}

interface TextProps extends RuleEditorProps {
  field: "name" | "label" | "reason";
  label: string;
  longest: number;
}

function Text({ field, label, longest, rule, problems, onChange }: TextProps) {
  return (
    <TextInput
      label={label}
      maxLength={longest}
      value={rule[field]}
      error={problemAt(problems, field)}
      data-autofocus={field === "name" || undefined}
      onChange={(event) => onChange({ [field]: event.currentTarget.value }, field)}
    />
  );
}

function TriggerPick({ rule, needed, problems, onChange }: RuleEditorProps) {
  const { catalogue, mayWrite } = useBuilder();
  const pick = (
    <Pick
      label={t`Counted in reports as`}
      text={triggerLabel(catalogue, rule.trigger)}
      value={rule.trigger}
      groups={plainList(catalogue.triggers.map((one) => ({ ...one, says: one.description })))}
      search
      wrong={problemAt(problems, "trigger")}
      disabled={!mayWrite || needed}
      onPick={(trigger) => onChange({ trigger })}
    />
  );
  return (
    <div className={classes.counts}>
      {needed ? (
        <Trans>Counted in reports as {pick} (every company keeps one of these)</Trans>
      ) : (
        <Trans>Counted in reports as {pick}</Trans>
      )}
    </div>
  );
}
