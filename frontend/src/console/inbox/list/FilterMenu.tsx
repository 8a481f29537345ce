/** Narrow the list: each field by itself, at once, in a small sheet beside the search. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { ActionIcon, Button, MultiSelect, Popover, TagsInput, TextInput, Tooltip } from "@mantine/core";
import { useState } from "react";
import { useLocation } from "wouter";
import { FilterIcon } from "../../shell/icons";
import { languageChoices } from "../../ui/languages";
import { filterOf, type InboxView, inboxPath, narrowed } from "../address";
import classes from "./FilterMenu.module.css";
import { CHOICES, FIELD_NAMES, type Filter, isNarrow } from "./filter";
import { useNames } from "./useNames";
import "../../ui/forms.css";

interface FilterMenuProps {
  view: InboxView;
  onSave: () => void;
}

function Choose({
  field,
  filter,
  data,
  onChange,
}: {
  field: "status" | "holder" | "agent" | "team" | "priority" | "channel" | "language" | "sla";
  filter: Filter;
  data: { value: string; label: string }[];
  onChange: (filter: Filter) => void;
}) {
  return (
    <MultiSelect
      size="xs"
      label={FIELD_NAMES[field]}
      data={data}
      value={filter[field] ?? []}
      placeholder={filter[field]?.length ? undefined : t`Any`}
      onChange={(values) => onChange({ ...filter, [field]: values })}
      searchable={data.length > 6}
      clearable
      comboboxProps={{ withinPortal: false }}
    />
  );
}

export default function FilterMenu({ view, onSave }: FilterMenuProps) {
  const [opened, setOpened] = useState(false);
  const [, go] = useLocation();
  const { people, squads } = useNames(opened);
  const filter = filterOf(view);
  const change = (next: Filter) => go(inboxPath(narrowed(view, next)), { replace: true });
  const part = { filter, onChange: change };
  const nobody = { value: "none", label: t`Nobody` };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" width={300} trapFocus returnFocus>
      <Tooltip label={t`Filter`} disabled={opened}>
        <Popover.Target>
          <ActionIcon
            variant={isNarrow(filter) ? "light" : "default"}
            size={34}
            aria-label={t`Filter the list`}
            onClick={() => setOpened((before) => !before)}
          >
            <FilterIcon />
          </ActionIcon>
        </Popover.Target>
      </Tooltip>
      <Popover.Dropdown className={classes.sheet} aria-label={t`Filter`}>
        <Choose field="status" data={CHOICES.status ?? []} {...part} />
        <Choose field="holder" data={CHOICES.holder ?? []} {...part} />
        <Choose field="agent" data={[{ value: "me", label: t`Me` }, nobody, ...people]} {...part} />
        <Choose field="team" data={[{ value: "mine", label: t`My teams` }, nobody, ...squads]} {...part} />
        <TagsInput
          size="xs"
          label={FIELD_NAMES.tag}
          value={filter.tag ?? []}
          placeholder={filter.tag?.length ? undefined : t`Any`}
          maxTags={20}
          onChange={(tag) => change({ ...filter, tag })}
          comboboxProps={{ withinPortal: false }}
        />
        <Choose field="priority" data={CHOICES.priority ?? []} {...part} />
        <Choose field="sla" data={CHOICES.sla ?? []} {...part} />
        <Choose field="channel" data={CHOICES.channel ?? []} {...part} />
        <Choose field="language" data={languageChoices(filter.language ?? [])} {...part} />
        <div className={classes.days}>
          {(["since", "until"] as const).map((field) => (
            <TextInput
              key={field}
              size="xs"
              type="date"
              label={FIELD_NAMES[field]}
              value={filter[field] ?? ""}
              onChange={(event) => change({ ...filter, [field]: event.currentTarget.value })}
            />
          ))}
        </div>
        <div className={classes.foot}>
          <Button size="compact-sm" variant="default" disabled={!isNarrow(filter)} onClick={() => change({})}>
            <Trans>Clear</Trans>
          </Button>
          <Button
            size="compact-sm"
            disabled={!isNarrow(filter)}
            onClick={() => {
              setOpened(false);
              onSave();
            }}
          >
            <Trans>Keep this filter…</Trans>
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
