/** What a rule does: to whom the conversation goes and how urgently, with which tags, and who hears of it. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Checkbox, TagsInput, TextInput } from "@mantine/core";
import type { Does, Priority, Rule } from "../../api/rules";
import { listed } from "../../shell/locale";
import { useBuilder } from "../book/BuilderContext";
import { type PlacedProblem, problemAt } from "../document/book";
import { personLabel } from "../document/words";
import { type Option, plainList } from "../pick/options";
import { Pick } from "../pick/Pick";
import pick from "../pick/Pick.module.css";
import { PickBox } from "../pick/PickBox";
import classes from "./Edit.module.css";

interface ThenProps {
  rule: Rule;
  protective: boolean;
  problems: readonly PlacedProblem[];
  asked: string | null;
  onChange: (change: Partial<Rule>, about?: string) => void;
}

const VERBS: Record<Does, string> = {
  hand_over: t({ message: "hand over", context: "what a rule does" }),
  ask_approval: t({ message: "hold the answer for the yes", context: "what a rule does" }),
  mark: t({ message: "only tag or notify", context: "what a rule does" }),
};

const ANY_TEAM = "";
const ANYBODY = "";

export function Then(props: ThenProps) {
  const { rule, protective, problems } = props;
  const does = rule.does ?? "hand_over";
  const deed = <DoesPick {...props} does={does} />;
  const team = <TeamPick {...props} />;
  const priority = <PriorityPick {...props} />;
  const skill = <Skill {...props} />;
  const tags = <Tags {...props} />;
  const notify = <Notify {...props} />;
  return (
    <div className={classes.words}>
      {does === "mark" && (
        <Trans>
          {deed} {tags}, {notify}
        </Trans>
      )}
      {does === "hand_over" && (
        <Trans>
          {deed} to {team}, {priority}, to {skill}; {tags}, {notify}
        </Trans>
      )}
      {does === "ask_approval" && (
        <Trans>
          {deed} of {team}, {priority}, to {skill}; {tags}, {notify}
        </Trans>
      )}
      {protective && (
        <p className={classes.hint}>
          <Trans>This rule protects customers, so it always hands over to a person.</Trans>
        </p>
      )}
      <Wrongs problems={problems} places={["does", "team", "skill", "priority", "tags", "notify"]} />
    </div>
  );
}

export function Wrongs({
  problems,
  places,
}: {
  problems: readonly PlacedProblem[];
  places: readonly string[];
}) {
  return places.map((place) => {
    const wrong = problemAt(problems, place);
    return wrong ? (
      <p key={place} className={classes.wrong}>
        {wrong}
      </p>
    ) : null;
  });
}

function DoesPick({ does, rule, protective, problems, asked, onChange }: ThenProps & { does: Does }) {
  const { catalogue, mayWrite } = useBuilder();
  const options = catalogue.does.map(({ value, label, description }) => ({
    value,
    label,
    says: description,
  }));
  return (
    <Pick
      label={t`What happens`}
      text={VERBS[does]}
      value={does}
      groups={plainList(options)}
      asked={asked === "does"}
      wrong={problemAt(problems, "does")}
      disabled={!mayWrite || protective}
      onPick={(chosen) => chosen !== (rule.does ?? "hand_over") && onChange({ does: chosen as Does })}
    />
  );
}

function TeamPick({ rule, problems, asked, onChange }: ThenProps) {
  const { catalogue, mayWrite } = useBuilder();
  const teams: Option[] = [
    { value: ANY_TEAM, label: t`any team`, says: t`Whoever is free takes it.` },
    ...catalogue.teams.map((team) => ({ value: team, label: team })),
  ];
  return (
    <Pick
      label={t`Team`}
      text={rule.team ?? t`any team`}
      value={rule.team ?? ANY_TEAM}
      groups={plainList(teams)}
      asked={asked === "team"}
      wrong={problemAt(problems, "team")}
      disabled={!mayWrite}
      onPick={(team) => onChange({ team: team === ANY_TEAM ? null : team })}
    />
  );
}

const PRIORITIES: Record<Priority, string> = {
  normal: t`normal priority`,
  high: t`high priority`,
  urgent: t`urgent priority`,
};

function PriorityPick({ rule, asked, onChange }: ThenProps) {
  const { catalogue, mayWrite } = useBuilder();
  return (
    <Pick
      label={t`Priority`}
      text={PRIORITIES[rule.priority]}
      value={rule.priority}
      groups={plainList(catalogue.priorities)}
      asked={asked === "priority"}
      disabled={!mayWrite}
      onPick={(priority) => onChange({ priority: priority as Priority })}
    />
  );
}

function Skill({ rule, problems, asked, onChange }: ThenProps) {
  const { catalogue, mayWrite } = useBuilder();
  const known: Option[] = [
    { value: ANYBODY, label: t`anybody` },
    ...catalogue.skills.map((skill) => ({ value: skill, label: skill })),
  ];
  const { skill } = rule;
  const text = skill ? t`somebody who knows ${skill}` : t`anybody`;
  const shared = {
    label: t`Skill that is needed`,
    text,
    asked: asked === "skill",
    wrong: problemAt(problems, "skill"),
    disabled: !mayWrite,
    empty: !skill,
  };
  if (catalogue.skills.length > 0) {
    const choose = (chosen: string) => onChange({ skill: chosen || null });
    return <Pick {...shared} value={skill ?? ANYBODY} groups={plainList(known)} onPick={choose} />;
  }
  return (
    <PickBox {...shared}>
      {(close) => (
        <TextInput
          label={t`Somebody who knows`}
          description={t`Empty for anybody.`}
          placeholder={t`Italian`}
          maxLength={80}
          value={skill ?? ""}
          onChange={(event) => onChange({ skill: event.currentTarget.value || null }, "skill")}
          onKeyDown={(event) => event.key === "Enter" && close()}
        />
      )}
    </PickBox>
  );
}

function Tags({ rule, problems, asked, onChange }: ThenProps) {
  const { mayWrite } = useBuilder();
  const tags = rule.tags ?? [];
  const told = listed(tags);
  return (
    <PickBox
      label={t`Tags`}
      text={tags.length ? t`tag it ${told}` : t`no tags`}
      empty={tags.length === 0}
      asked={asked === "tags"}
      wrong={problemAt(problems, "tags")}
      disabled={!mayWrite}
    >
      {() => (
        <TagsInput
          label={t`Tags`}
          description={t`Enter after each; up to ten.`}
          value={tags}
          maxTags={10}
          maxLength={40}
          comboboxProps={{ withinPortal: false }}
          onChange={(next) => onChange({ tags: next })}
        />
      )}
    </PickBox>
  );
}

function Notify({ rule, problems, asked, onChange }: ThenProps) {
  const { catalogue, mayWrite } = useBuilder();
  const told = rule.notify ?? [];
  const known: Option[] = catalogue.people;
  const gone = told.filter((who) => !known.some(({ value }) => value === who));
  const names = listed(told.map((who) => personLabel(catalogue, who)));
  return (
    <PickBox
      label={t`Who is told`}
      text={names ? t`tell ${names}` : t`tell nobody`}
      empty={told.length === 0}
      asked={asked === "notify"}
      wrong={problemAt(problems, "notify")}
      disabled={!mayWrite}
    >
      {() => (
        <Checkbox.Group label={t`Who is told`} value={told} onChange={(notify) => onChange({ notify })}>
          <div className={pick.many}>
            {[...known, ...gone.map((who) => ({ value: who, label: personLabel(catalogue, who) }))].map(
              (one) => (
                <Checkbox key={one.value} value={one.value} label={one.label} />
              ),
            )}
          </div>
        </Checkbox.Group>
      )}
    </PickBox>
  );
}
