/** The condition of a rule: its lines, and groups of them in which all or any have to hold. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import { PlusIcon } from "../../shell/icons";
import { useBuilder } from "../book/BuilderContext";
import { type PlacedProblem, problemAt } from "../document/book";
import {
  add,
  at,
  type Branch,
  type Group,
  groupAround,
  lineOf,
  type Path,
  put,
  remove,
} from "../document/conditions";
import { factOf } from "../document/words";
import { plainList } from "../pick/options";
import { Pick } from "../pick/Pick";
import { ConditionLine } from "./ConditionLine";
import { firstComparison } from "./defaults";
import classes from "./Edit.module.css";
import { factGroups } from "./facts";

interface WhenProps {
  root: Group;
  problems: readonly PlacedProblem[];
  asked: string | null;
  onChange: (root: Group) => void;
}

const WORDS = [
  { value: "all", label: t`all of these hold` },
  { value: "any", label: t`any of these holds` },
  { value: "not all", label: t`not all of these hold` },
  { value: "not any", label: t`none of these holds` },
];

const DEEPEST = 4;

export function When(props: WhenProps) {
  return <GroupBox {...props} group={props.root} path={[]} />;
}

interface GroupProps extends WhenProps {
  group: Group;
  path: Path;
}

function GroupBox(props: GroupProps) {
  const { root, group, path, problems, asked, onChange } = props;
  const { mayWrite } = useBuilder();
  const inner = path.length > 0;
  const alone = group.parts.length === 1 && !group.negated && !inner;
  const word = `${group.negated ? "not " : ""}${group.word}`;
  const choose = (chosen: string) =>
    onChange(
      put(root, path, {
        ...group,
        word: chosen.endsWith("all") ? "all" : "any",
        negated: chosen.startsWith("not"),
      }),
    );
  const wrong = problemAt(problems, group.place);
  const own =
    wrong && problems.some(({ place }) => place === group.place || place === `${group.place}.${group.word}`);
  return (
    <fieldset className={classes.group} data-inner={inner || undefined} aria-label={t`Conditions`}>
      {!alone && (
        <div className={classes.words}>
          <Pick
            label={t`How the conditions count together`}
            text={WORDS.find(({ value }) => value === word)?.label ?? word}
            value={word}
            groups={plainList(WORDS)}
            plain
            disabled={!mayWrite}
            onPick={choose}
          />
        </div>
      )}
      {own && <p className={classes.wrong}>{wrong}</p>}
      <ul className={classes.parts}>
        {group.parts.map((part, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place in the group
          <li key={place}>
            <Part {...{ root, problems, asked, onChange }} part={part} path={[...path, place]} />
          </li>
        ))}
      </ul>
      {mayWrite && <AddLine {...props} />}
    </fieldset>
  );
}

function Part({ part, path, ...props }: WhenProps & { part: Branch; path: Path }) {
  const { root, problems, asked, onChange } = props;
  if (part.kind === "group") return <GroupBox {...props} group={part} path={path} />;
  const above = at(root, path.slice(0, -1));
  const last = path.length === 1 && above?.kind === "group" && above.parts.length === 1;
  return (
    <ConditionLine
      line={part}
      problems={problems}
      asked={asked}
      onChange={(line) => onChange(put(root, path, line))}
      onGroup={() => onChange(put(root, path, groupAround(part)))}
      onRemove={last ? null : () => onChange(remove(root, path))}
    />
  );
}

/** Another line: what it looks at is asked first, so that there is never an empty one. */
function AddLine({ root, group, path, onChange }: GroupProps) {
  const { catalogue } = useBuilder();
  const [adding, setAdding] = useState<"line" | "group" | null>(null);
  const take = (fact: string) => {
    const entry = factOf(catalogue, fact);
    if (!entry) return;
    const line = lineOf(firstComparison(entry));
    const branch =
      adding === "group"
        ? ({ ...groupAround(line), word: group.word === "any" ? "all" : "any" } as Group)
        : line;
    onChange(add(root, path, branch));
    setAdding(null);
  };
  if (adding) {
    return (
      <div className={`${classes.words} ${classes.adding}`}>
        <Pick
          label={t`What the new condition looks at`}
          text={t`choose what it looks at…`}
          value={null}
          groups={factGroups(catalogue)}
          search
          asked
          empty
          onPick={take}
        />
        <Button variant="subtle" color="gray" size="compact-xs" onClick={() => setAdding(null)}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    );
  }
  return (
    <div className={classes.adders}>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        leftSection={<PlusIcon size={14} />}
        onClick={() => setAdding("line")}
      >
        {group.word === "all" ? t`and…` : t`or…`}
      </Button>
      {path.length < DEEPEST && (
        <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setAdding("group")}>
          {group.word === "all" ? t`and any of…` : t`or all of…`}
        </Button>
      )}
    </div>
  );
}
