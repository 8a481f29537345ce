/** What to look for in the log: a person, an action, a thing, days. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Select, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { type AuditFilter, listAuditActions } from "../api/audit";
import { listPeople } from "../api/people";
import classes from "./Audit.module.css";
import { isEmpty } from "./filter";
import { actionInWords } from "./words";

const TYPING_PAUSE = 300;

interface FiltersProps {
  filter: AuditFilter;
  onChange: (part: Partial<AuditFilter>) => void;
  onClear: () => void;
}

export function Filters({ filter, onChange, onClear }: FiltersProps) {
  return (
    <search className={classes.filters} aria-label={t`Filter the log`}>
      <Who chosen={filter.actor} onChoose={(actor) => onChange({ actor })} />
      <What chosen={filter.action} onChoose={(action) => onChange({ action })} />
      <About key={filter.object} typed={filter.object} onType={(object) => onChange({ object })} />
      <TextInput
        type="date"
        label={t({ message: "From", context: "a day" })}
        value={filter.since}
        max={filter.until || undefined}
        onChange={(event) => onChange({ since: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t({ message: "To", context: "a day" })}
        value={filter.until}
        min={filter.since || undefined}
        onChange={(event) => onChange({ until: event.currentTarget.value })}
      />
      {!isEmpty(filter) && (
        <Button variant="subtle" color="gray" onClick={onClear}>
          <Trans>Clear</Trans>
        </Button>
      )}
    </search>
  );
}

interface PickProps {
  chosen: string;
  onChoose: (value: string) => void;
}

function Who({ chosen, onChoose }: PickProps) {
  const { data } = useQuery({ queryKey: ["people"], queryFn: ({ signal }) => listPeople(signal) });
  const people = (data?.data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const listed = chosen === "" || people.some(({ value }) => value === chosen);
  return (
    <Select
      label={t`Person`}
      placeholder={t`Anybody`}
      data={listed ? people : [...people, { value: chosen, label: chosen }]}
      value={chosen || null}
      searchable
      clearable
      onChange={(id) => onChoose(id ?? "")}
    />
  );
}

function What({ chosen, onChoose }: PickProps) {
  const { data } = useQuery({
    queryKey: ["audit actions"],
    queryFn: ({ signal }) => listAuditActions(signal),
  });
  const actions = [...new Set([...(data?.data ?? []), ...(chosen ? [chosen] : [])])];
  return (
    <Select
      label={t`Action`}
      placeholder={t`Any`}
      data={actions.map((action) => ({ value: action, label: actionInWords(action) }))}
      value={chosen || null}
      searchable
      clearable
      onChange={(action) => onChoose(action ?? "")}
    />
  );
}

function About({ typed, onType }: { typed: string; onType: (words: string) => void }) {
  const [words, setWords] = useState(typed);
  useEffect(() => {
    if (words.trim() === typed) return;
    const timer = setTimeout(() => onType(words.trim()), TYPING_PAUSE);
    return () => clearTimeout(timer);
  }, [words, typed, onType]);
  return (
    <TextInput
      label={t`About`}
      placeholder={t`Name or id`}
      value={words}
      onChange={(event) => setWords(event.currentTarget.value)}
    />
  );
}
