/** One step of a macro: what it does, and with what. */

import { t } from "@lingui/core/macro";
import { Button, NumberInput, Select, TagsInput, Textarea } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { listTeams } from "../../api/conversations";
import type { Act } from "../../api/writing";
import { keys } from "../../desk/keys";
import { PRIORITIES } from "../../inbox/list/deeds";
import { KINDS, newAct } from "./acts";
import classes from "./Replies.module.css";

const LEVELS = (["normal", "high", "urgent"] as const).map((value) => ({ value, label: PRIORITIES[value] }));

interface ActRowProps {
  act: Act;
  number: number;
  /** Null takes the step out. */
  onChange: (act: Act | null) => void;
}

export function ActRow({ act, number, onChange }: ActRowProps) {
  return (
    <div className={classes.act}>
      <Select
        label={t`Step ${number}`}
        allowDeselect={false}
        data={KINDS}
        value={act.do}
        onChange={(kind) => kind && onChange(newAct(kind as Act["do"]))}
      />
      <With act={act} onChange={onChange} />
      <Button
        variant="subtle"
        color="gray"
        aria-label={t`Take step ${number} out`}
        onClick={() => onChange(null)}
      >
        ×
      </Button>
    </div>
  );
}

function With({ act, onChange }: Pick<ActRowProps, "act" | "onChange">) {
  switch (act.do) {
    case "reply":
    case "note":
      return (
        <Textarea
          label={t`Words`}
          autosize
          minRows={2}
          value={act.text}
          onChange={(event) => onChange({ ...act, text: event.currentTarget.value })}
        />
      );
    case "tag":
      return (
        <TagsInput label={t`Tags`} value={act.add ?? []} onChange={(add) => onChange({ ...act, add })} />
      );
    case "priority":
      return (
        <Select
          label={t`Priority`}
          allowDeselect={false}
          data={LEVELS}
          value={act.priority}
          onChange={(priority) => priority && onChange({ ...act, priority })}
        />
      );
    case "assign":
      return <To act={act} onChange={onChange} />;
    case "snooze":
      return (
        <NumberInput
          label={t`Hours`}
          min={1}
          max={8760}
          value={Math.round((act.minutes ?? 60) / 60)}
          onChange={(hours) => onChange({ do: "snooze", minutes: Math.max(1, Number(hours)) * 60 })}
        />
      );
    default:
      return null;
  }
}

function To({ act, onChange }: { act: Extract<Act, { do: "assign" }>; onChange: ActRowProps["onChange"] }) {
  const { data } = useQuery({ queryKey: keys.teams, queryFn: ({ signal }) => listTeams(signal) });
  const teams = data?.data.map(({ id, name }) => ({ value: id, label: name })) ?? [];
  return (
    <Select
      label={t({ message: "To", context: "to whom a conversation is passed" })}
      allowDeselect={false}
      data={[{ value: "me", label: t`Whoever uses it` }, ...teams]}
      value={act.team_id ?? "me"}
      onChange={(to) =>
        onChange(to === "me" ? { do: "assign", agent_id: "me" } : { do: "assign", team_id: to })
      }
    />
  );
}
