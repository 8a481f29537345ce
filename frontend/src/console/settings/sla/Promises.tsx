/** What the company promises: one line for every team and priority that differs, with an example of what it means. */

import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Select } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { listTeams } from "../../api/conversations";
import { fetchPolicies, type Kept, type Policies, type Priority, putPolicies } from "../../api/sla";
import { keys } from "../../desk/keys";
import { PRIORITIES as PRIORITY_NAMES } from "../../inbox/list/deeds";
import { useMay } from "../../shell/useMay";
import { Bone } from "../../ui/Bone";
import { Empty } from "../../ui/Empty";
import { Failure } from "../../ui/Failure";
import { NotInPlan, useHas } from "../../ui/NotInPlan";
import { tell } from "../../ui/notices";
import { SaveBar } from "../../ui/SaveBar";
import { Section } from "../../ui/Section";
import { Fields } from "../Fields";
import { hindrance, keptInWords, type Line, lineOf, policyOf, START, same } from "./lines";
import { PromiseLine } from "./PromiseLine";
import classes from "./Promises.module.css";

const KEY = ["sla"] as const;
const PRIORITIES: (Priority | null)[] = [null, "urgent", "high", "normal"];
const KINDS: Record<Kept["kind"], string> = {
  first_reply: t`First replies`,
  next_reply: t`Next replies`,
  resolution: t`Solutions`,
};

export function Promises() {
  const has = useHas("sla");
  const policies = useQuery({ queryKey: KEY, queryFn: ({ signal }) => fetchPolicies(signal) });
  const teams = useQuery({ queryKey: keys.teams, queryFn: ({ signal }) => listTeams(signal) });
  const problem = policies.error ?? teams.error;
  if (problem)
    return (
      <Failure
        problem={problem}
        what={t`The promises could not be loaded.`}
        onRetry={() => void Promise.all([policies.refetch(), teams.refetch()])}
      />
    );
  if (!policies.data || !teams.data) return <Bone width="100%" height={240} />;
  if (!has) return <Lacking kept={policies.data.policies.length} />;
  return <Editor known={policies.data} teams={teams.data.data} />;
}

function Lacking({ kept }: { kept: number }) {
  return (
    <NotInPlan
      title={t`Promise how soon people reply`}
      points={[
        t`Times for the first reply, the next one and the solution, for each team and priority, in your own hours.`,
        t`A clock at each conversation, and an alarm before it is too late rather than after.`,
        t`How every promise was kept, as a report.`,
      ]}
    >
      {kept > 0
        ? plural(kept, {
            one: "What you promised (# line) is kept as it is. No clock runs by it until your plan has promises again.",
            other:
              "What you promised (# lines) is kept as it is. No clock runs by it until your plan has promises again.",
          })
        : t`With promises nobody waits longer than you want, and people are told in time.`}
    </NotInPlan>
  );
}

interface EditorProps {
  known: Policies;
  teams: { id: string; name: string }[];
}

function Editor({ known, teams }: EditorProps) {
  const client = useQueryClient();
  const mayManage = useMay("settings.manage");
  const saved = known.policies.map(lineOf);
  const [typed, setTyped] = useState<Line[] | null>(null);
  const lines = typed ?? saved;
  const save = useMutation({
    mutationFn: () => putPolicies(lines.map(policyOf)),
    onSuccess: (stored) => {
      client.setQueryData(KEY, stored);
      setTyped(null);
      tell(t`Saved. The clocks that run follow within moments.`);
    },
  });
  const change = (at: number, line: Partial<Line>) =>
    setTyped(lines.map((one, number) => (number === at ? { ...one, ...line } : one)));
  return (
    <>
      <Section
        title={t`How soon people reply`}
        says={t`The clock runs while it is your turn, and rests while the customer's answer is awaited or a conversation is snoozed. The most exact line counts: its team first, then its priority.`}
      >
        {lines.length === 0 ? (
          <Empty title={t`Nothing is promised yet`}>
            <p>
              <Trans>
                With promises, each conversation shows when a reply is due, and people are told before it is
                too late.
              </Trans>
            </p>
            {mayManage && (
              <Button onClick={() => setTyped(START.map(lineOf))}>
                <Trans>Begin with these usual ones</Trans>
              </Button>
            )}
          </Empty>
        ) : (
          <Fields legend={t`Promises`}>
            <ul className={classes.lines}>
              {lines.map((line, at) => (
                <PromiseLine
                  key={line.key}
                  line={line}
                  teams={teams}
                  onChange={(next) => change(at, next)}
                  onRemove={() => setTyped(lines.filter((_, number) => number !== at))}
                />
              ))}
            </ul>
            <AddLine lines={lines} teams={teams} onAdd={(line) => setTyped([...lines, line])} />
          </Fields>
        )}
        <SaveBar
          shown={typed !== null && !same(typed, saved)}
          busy={save.isPending}
          problem={save.error}
          hindrance={hindrance(lines)}
          onSave={() => save.mutate()}
          onDiscard={() => {
            setTyped(null);
            save.reset();
          }}
        />
      </Section>
      {known.policies.length > 0 && <Lately lately={known.lately} />}
    </>
  );
}

function Lately({ lately }: { lately: Kept[] }) {
  return (
    <Section title={t`Kept in the last 30 days`}>
      <dl className={classes.lately}>
        {lately.map((kept) => (
          <div key={kept.kind}>
            <dt>{KINDS[kept.kind]}</dt>
            <dd>{keptInWords(kept)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

/** A line for a team that has none for all of its priorities, or else for a priority. */
function AddLine({
  lines,
  teams,
  onAdd,
}: {
  lines: Line[];
  teams: EditorProps["teams"];
  onAdd: (line: Line) => void;
}) {
  const free = [{ id: "", name: t`Every team` }, ...teams].flatMap(({ id, name }) =>
    PRIORITIES.filter(
      (priority) => !lines.some((line) => (line.team_id ?? "") === id && line.priority === priority),
    ).map((priority) => ({
      value: `${id} ${priority ?? ""}`,
      label: priority ? `${name}, ${PRIORITY_NAMES[priority]}` : name,
      team_id: id || null,
      priority,
    })),
  );
  if (free.length === 0) return null;
  return (
    <Select
      className={classes.add}
      aria-label={t`Add a line`}
      placeholder={t`Add a line for a team or a priority`}
      data={free.map(({ value, label }) => ({ value, label }))}
      value={null}
      searchable
      onChange={(value) => {
        const chosen = free.find((one) => one.value === value);
        const like = lines[0];
        if (chosen)
          onAdd({
            key: chosen.value,
            team_id: chosen.team_id,
            priority: chosen.priority,
            hours: like?.hours ?? "team",
            first_reply: like?.first_reply || "1 h",
            next_reply: like?.next_reply ?? "",
            resolution: like?.resolution ?? "",
          });
      }}
    />
  );
}
