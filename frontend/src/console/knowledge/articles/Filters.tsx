/** What to show of the articles: words, and one of the states, languages, audiences and tags that there are. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Select, TextInput } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { ArticleFilter, ArticleState, Counted, Facets } from "../../api/articles";
import { SearchIcon } from "../../shell/icons";
import { languageName } from "../../ui/languages";
import classes from "./Articles.module.css";
import { isEmpty } from "./filter";
import { SEARCH } from "./useListKeys";

const TYPING_PAUSE = 200;

const STATES: [ArticleState, string][] = [
  ["valid", t`Valid now`],
  ["scheduled", t`Not valid yet`],
  ["expired", t`No longer valid`],
  ["removed", t`Removed`],
];
const AUDIENCES: Record<string, string> = { everyone: t`Customers and agents`, desk: t`Agents only` };

interface FiltersProps {
  filter: ArticleFilter;
  facets: Facets | undefined;
  onChange: (part: Partial<ArticleFilter>) => void;
  onClear: () => void;
}

export function Filters({ filter, facets, onChange, onClear }: FiltersProps) {
  const { states, languages = [], audiences = [], tags = [] } = facets ?? {};
  return (
    <search className={classes.filters} aria-label={t`Find articles`}>
      <Words typed={filter.search} onType={(search) => onChange({ search })} />
      <Pick
        label={t`State`}
        every={t`All articles`}
        chosen={filter.state}
        options={STATES.filter(([state]) => states?.[state] || filter.state === state).map(
          ([value, name]) => ({
            value,
            label: `${name} (${states?.[value] ?? 0})`,
          }),
        )}
        onPick={(state) => onChange({ state: state as ArticleFilter["state"] })}
      />
      {(languages.length > 1 || filter.language) && (
        <Pick
          label={t`Language`}
          every={t`Every language`}
          chosen={filter.language}
          options={named(languages, (code) => languageName(code), filter.language)}
          onPick={(language) => onChange({ language })}
        />
      )}
      {(audiences.length > 1 || filter.audience) && (
        <Pick
          label={t`Audience`}
          every={t`Every audience`}
          chosen={filter.audience}
          options={named(audiences, (value) => AUDIENCES[value] ?? value, filter.audience)}
          onPick={(audience) => onChange({ audience: audience as ArticleFilter["audience"] })}
        />
      )}
      {(tags.length > 0 || filter.tag) && (
        <Pick
          label={t`Tag`}
          every={t`Every tag`}
          chosen={filter.tag}
          options={named(tags, (tag) => tag, filter.tag)}
          onPick={(tag) => onChange({ tag })}
        />
      )}
      {!isEmpty(filter) && (
        <Button variant="subtle" color="gray" onClick={onClear}>
          <Trans>Clear</Trans>
        </Button>
      )}
    </search>
  );
}

/** The values with their counts; what was chosen stays to be seen when no article has it any more. */
function named(all: readonly Counted[], name: (value: string) => string, chosen: string) {
  const listed = all.some(({ value }) => value === chosen) || !chosen;
  return [...all, ...(listed ? [] : [{ value: chosen, count: 0 }])].map(({ value, count }) => ({
    value,
    label: `${name(value)} (${count})`,
  }));
}

interface PickProps {
  label: string;
  /** What the empty choice says. */
  every: string;
  chosen: string;
  options: { value: string; label: string }[];
  onPick: (value: string) => void;
}

function Pick({ label, every, chosen, options, onPick }: PickProps) {
  return (
    <Select
      className={classes.pick}
      aria-label={label}
      placeholder={every}
      data={options}
      value={chosen || null}
      searchable={options.length > 8}
      clearable
      onChange={(value) => onPick(value ?? "")}
    />
  );
}

function Words({ typed, onType }: { typed: string; onType: (words: string) => void }) {
  const [words, setWords] = useState(typed);
  const told = useRef(typed);
  useEffect(() => {
    if (typed === told.current) return;
    told.current = typed; // changed from elsewhere, such as by clearing the filters
    setWords(typed);
  }, [typed]);
  useEffect(() => {
    if (words.trim() === told.current) return;
    const timer = setTimeout(() => {
      told.current = words.trim();
      onType(told.current);
    }, TYPING_PAUSE);
    return () => clearTimeout(timer);
  }, [words, onType]);
  return (
    <TextInput
      id={SEARCH}
      className={classes.search}
      type="search"
      aria-label={t`Search articles`}
      placeholder={t`Search titles, texts and questions`}
      leftSection={<SearchIcon size={14} />}
      value={words}
      onChange={(event) => setWords(event.currentTarget.value)}
    />
  );
}
