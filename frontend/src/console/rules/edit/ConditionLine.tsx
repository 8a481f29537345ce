/** One comparison as three parts of a sentence: what, how, and with what. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { ActionIcon, Menu } from "@mantine/core";
import type { Comparison, FactEntry } from "../../api/rules";
import { MoreIcon } from "../../shell/icons";
import { listed } from "../../shell/locale";
import { languageName } from "../../ui/languages";
import { useBuilder } from "../book/BuilderContext";
import { type PlacedProblem, problemAt } from "../document/book";
import type { Line } from "../document/conditions";
import { denied, factLabel, factOf, operatorInWords, operatorOf } from "../document/words";
import { plainList } from "../pick/options";
import { Pick } from "../pick/Pick";
import { firstComparison, withOperator } from "./defaults";
import classes from "./Edit.module.css";
import { factGroups } from "./facts";
import { ValuePick } from "./ValuePick";

interface ConditionLineProps {
  line: Line;
  problems: readonly PlacedProblem[];
  /** The place that was asked for: it opens. */
  asked: string | null;
  onChange: (line: Line) => void;
  onGroup: () => void;
  /** Null where the rule would be left without a condition. */
  onRemove: (() => void) | null;
}

const NOT = "not ";

function operatorChoices(entry: FactEntry) {
  return entry.operators.flatMap(({ operator, label, value }) => {
    const plain = { value: operator, label };
    // The other numbers are the denial of a number, and a "yes or no" has its own.
    const deniable = value === "none" || value === "choice" || value === "choices" || value === "text";
    return deniable ? [plain, { value: `${NOT}${operator}`, label: denied(operator, label) }] : [plain];
  });
}

export function ConditionLine(props: ConditionLineProps) {
  const { line, problems, asked, onChange } = props;
  const { catalogue, mayWrite } = useBuilder();
  const entry = factOf(catalogue, line.fact);
  const called = factLabel(catalogue, line.fact);
  const put = (comparison: Comparison, negated = line.negated) =>
    onChange({ kind: "line", place: line.place, negated, ...comparison });
  const choose = (operator: string) => {
    if (!entry) return;
    const not = operator.startsWith(NOT);
    put(withOperator(line, entry, not ? operator.slice(NOT.length) : operator), not);
  };
  const wrong = problemAt(problems, line.place);
  const at = (part: string) => problemAt(problems, `${line.place}.${part}`);
  const kind = operatorOf(entry, line.operator)?.value ?? "text";
  return (
    <div className={classes.line}>
      <div className={classes.words}>
        <Pick
          label={t`What it looks at`}
          text={called}
          value={line.fact}
          groups={factGroups(catalogue)}
          search
          asked={asked === `${line.place}.fact`}
          wrong={at("fact")}
          disabled={!mayWrite}
          onPick={(fact) => {
            const chosen = factOf(catalogue, fact);
            if (chosen && fact !== line.fact) put(firstComparison(chosen), false);
          }}
        />{" "}
        <Pick
          label={t`How ${called} compares`}
          text={operatorInWords(line, catalogue)}
          value={`${line.negated ? NOT : ""}${line.operator}`}
          groups={plainList(entry ? operatorChoices(entry) : [])}
          plain
          wrong={at("operator")}
          disabled={!mayWrite || !entry}
          onPick={choose}
        />{" "}
        {entry && line.value !== undefined && (
          <ValuePick
            key={`${line.fact} ${kind}`}
            entry={entry}
            kind={kind}
            value={line.value}
            asked={asked === `${line.place}.value`}
            wrong={at("value")}
            disabled={!mayWrite}
            onChange={(value) => put({ fact: line.fact, operator: line.operator, value })}
          />
        )}
        <Spoken entry={entry} />
        {wrong && <p className={classes.wrong}>{wrong}</p>}
      </div>
      {mayWrite && <LineMenu called={called} {...props} />}
    </div>
  );
}

/** Where a signal is noticed in some languages alone. */
function Spoken({ entry }: { entry: FactEntry | undefined }) {
  if (!entry?.languages?.length) return null;
  const names = listed(entry.languages.map((code) => languageName(code)));
  return (
    <span className={classes.spoken} title={t`Noticed in ${names}`}>
      <span className="sr">{t`Noticed in ${names}`}</span>
      <span aria-hidden="true">{entry.languages.join(" ")}</span>
    </span>
  );
}

function LineMenu({ called, line, onChange, onGroup, onRemove }: ConditionLineProps & { called: string }) {
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t`More about ${called}`}>
          <MoreIcon />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onChange({ ...line, negated: !line.negated })}>
          {line.negated ? t`Ask that it is so` : t`Ask that it is not so`}
        </Menu.Item>
        <Menu.Item onClick={onGroup}>
          <Trans>Put into a group</Trans>
        </Menu.Item>
        <Menu.Item disabled={!onRemove} onClick={() => onRemove?.()}>
          {onRemove ? t`Remove` : t`Remove (a rule needs a condition)`}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
