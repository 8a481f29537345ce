/** A small chat that runs the real dialogue with the policy as it is typed; nothing of it is stored or done. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Checkbox, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { type Policy, type Rehearsed, type RehearsedLine, trySkill, type WholeSkill } from "../../api/skills";
import { FormProblem } from "../../ui/FormProblem";
import { Markup } from "../../ui/Markup";
import { Section } from "../../ui/Section";
import { inWords } from "./acts";
import classes from "./TrySkill.module.css";

interface Turn {
  line: RehearsedLine;
  reply?: Rehearsed;
}

const LONGEST = 2000;

export function TrySkill({ skill, policy }: { skill: WholeSkill; policy: Policy }) {
  const [turns, setTurns] = useState<Turn[]>([]);
  const [typed, setTyped] = useState("");
  const [email, setEmail] = useState("");
  const [proven, setProven] = useState(false);
  const end = useRef<HTMLDivElement>(null);
  const last = turns.at(-1)?.reply;
  const ask = useMutation({
    mutationFn: ({ said, task, proves }: { said: Turn[]; task: Rehearsed["task"]; proves: boolean }) =>
      trySkill(skill.name, {
        lines: said.map(({ line }) => line),
        task,
        policy,
        email: email.trim(),
        proven: proves,
      }),
    onSuccess: (reply, { said }) =>
      setTurns([...said, { line: { role: "assistant", text: reply.says || "…" }, reply }]),
    onError: (_problem, { said }) => setTurns(said.slice(0, -1)),
  });
  useEffect(() => {
    if (turns.length > 0) end.current?.scrollIntoView?.({ block: "nearest" });
  }, [turns]);
  const say = (text: string, proves = proven) => {
    if (!text.trim() || ask.isPending) return;
    const said: Turn[] = [...turns, { line: { role: "customer", text: text.trim() } }];
    setTurns(said);
    setTyped("");
    ask.mutate({ said, task: last?.task ?? null, proves });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    say(typed);
  };
  const again = () => {
    setTurns([]);
    ask.reset();
  };
  const prove = () => {
    if (last?.proving) setEmail(last.proving);
    setProven(true);
    say("123456", true);
  };
  return (
    <Section
      title={t`Try it`}
      says={t`The real dialogue, with the policy as it stands on this page. Nothing is stored, and nothing is done.`}
      actions={
        turns.length > 0 && (
          <Button variant="subtle" size="xs" onClick={again}>
            <Trans>From the beginning</Trans>
          </Button>
        )
      }
    >
      <div className={classes.who}>
        <TextInput
          size="xs"
          label={t`The customer's e-mail address`}
          placeholder={t`carol@example.org`}
          type="email"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <Checkbox
          size="xs"
          label={t`They proved that it is theirs`}
          checked={proven}
          disabled={!email.trim()}
          onChange={(event) => setProven(event.currentTarget.checked)}
        />
      </div>
      <div className={classes.chat} role="log" aria-label={t`Rehearsal`}>
        {turns.length === 0 && <Starters skill={skill} onPick={say} />}
        {turns.map((turn, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
          <div key={place} className={classes.turn} data-who={turn.line.role}>
            <Bubble turn={turn} />
            {turn.reply && <Told reply={turn.reply} skill={skill} />}
          </div>
        ))}
        {ask.isPending && (
          <p className={classes.thinking}>
            <Trans>The assistant is thinking…</Trans>
          </p>
        )}
        {last && !ask.isPending && (
          <div className={classes.choices}>
            {last.choices.map((choice) => (
              <Button key={choice.says} variant="default" size="xs" onClick={() => say(choice.says)}>
                {choice.label}
              </Button>
            ))}
            {last.form === "code" && (
              <Button variant="default" size="xs" onClick={prove}>
                <Trans>Act as if the code was typed</Trans>
              </Button>
            )}
          </div>
        )}
        <div ref={end} />
      </div>
      <FormProblem problem={ask.error} />
      <form className={classes.say} onSubmit={submit}>
        <TextInput
          aria-label={t`What the customer says`}
          placeholder={t`Write as a customer would`}
          maxLength={LONGEST}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" loading={ask.isPending} disabled={!typed.trim()}>
          <Trans>Say</Trans>
        </Button>
      </form>
    </Section>
  );
}

function Bubble({ turn }: { turn: Turn }) {
  if (!turn.reply?.html) return <p className={classes.bubble}>{turn.line.text}</p>;
  return <Markup className={classes.bubble} html={turn.reply.html} />;
}

function Starters({ skill, onPick }: { skill: WholeSkill; onPick: (text: string) => void }) {
  return (
    <div className={classes.choices}>
      {skill.examples.slice(0, 3).map((example) => (
        <Button key={example} variant="default" size="xs" onClick={() => onPick(example)}>
          {example}
        </Button>
      ))}
    </div>
  );
}

/** What the customer does not see: which skill it was, what it knows, what would be done, and why a person gets it. */
function Told({ reply, skill }: { reply: Rehearsed; skill: WholeSkill }) {
  const { act, handover, known } = reply;
  const replied = reply.skill?.label;
  const facts = known.map(({ label, value }) => `${label}: ${value}`).join(", ");
  const [because, reason] = [handover?.label, handover?.reason];
  const other = reply.skill?.name !== skill.name;
  return (
    <ul className={classes.told}>
      {other && <li>{replied ? t`Another skill replied: ${replied}` : t`No skill replied`}</li>}
      {known.length > 0 && (
        <li>
          <Trans>Knows {facts}</Trans>
        </li>
      )}
      {act && <li data-act>{inWords(act)}</li>}
      {handover && (
        <li data-handover>
          <Trans>
            A person gets it: {because}. {reason}
          </Trans>
        </li>
      )}
    </ul>
  );
}
