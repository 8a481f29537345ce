/** Which scopes a new token gets, area by area, each in words and by the name that programs know. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Checkbox, Input } from "@mantine/core";
import { useId } from "react";
import type { Scope } from "../api/tokens";
import { areas, reading } from "./scopes";
import classes from "./Tokens.module.css";

interface ScopeChoiceProps {
  scopes: readonly Scope[];
  chosen: string[];
  error: string | null;
  onChange: (chosen: string[]) => void;
}

export function ScopeChoice({ scopes, chosen, error, onChange }: ScopeChoiceProps) {
  const id = useId();
  const [count, all] = [chosen.length, scopes.length];
  return (
    <Checkbox.Group
      label={t`Scopes`}
      description={t`Only what the program needs. What it does for an agent needs that agent's role too.`}
      value={chosen}
      error={error}
      onChange={onChange}
    >
      <div className={classes.quick}>
        <Button variant="default" size="compact-xs" onClick={() => onChange(reading(scopes))}>
          <Trans>All that only read</Trans>
        </Button>
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          disabled={chosen.length === 0}
          onClick={() => onChange([])}
        >
          <Trans>None</Trans>
        </Button>
        <span className={classes.count} role="status">
          <Trans>
            {count} of {all} chosen
          </Trans>
        </span>
      </div>
      <div className={classes.areas}>
        {areas(scopes).map((area) => (
          <fieldset key={area.key} className={classes.area} aria-labelledby={`${id}-${area.key}`}>
            <Input.Label component="div" id={`${id}-${area.key}`}>
              {area.title}
            </Input.Label>
            {area.scopes.map((scope) => (
              <Checkbox
                key={scope.name}
                size="xs"
                value={scope.name}
                label={
                  <>
                    {scope.text} <code className={classes.scope}>{scope.name}</code>
                  </>
                }
              />
            ))}
          </fieldset>
        ))}
      </div>
    </Checkbox.Group>
  );
}
