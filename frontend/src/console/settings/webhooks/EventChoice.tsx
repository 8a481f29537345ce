/** Which events a webhook hears of: all of them, or some of each group. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Checkbox, SegmentedControl } from "@mantine/core";
import { EVERYTHING, type WebhookEventType } from "../../api/webhooks";
import { Bone } from "../../ui/Bone";
import { FormProblem } from "../../ui/FormProblem";
import { useEventTypes } from "./useWebhooks";
import classes from "./Webhooks.module.css";

interface EventChoiceProps {
  types: string[];
  error: string | null;
  onChange: (types: string[]) => void;
}

export function EventChoice({ types, error, onChange }: EventChoiceProps) {
  const known = useEventTypes();
  const all = types.includes(EVERYTHING);
  return (
    <div>
      <SegmentedControl
        aria-label={t`Events`}
        data={[
          { value: "all", label: t`All events` },
          { value: "some", label: t`Only some` },
        ]}
        value={all ? "all" : "some"}
        onChange={(value) => onChange(value === "all" ? [EVERYTHING] : [])}
      />
      {all && (
        <p className={classes.says}>
          <Trans>Also those that Baton will tell of one day.</Trans>
        </p>
      )}
      {!all && known.error && <FormProblem problem={known.error} />}
      {!all && !known.data && !known.error && <Bone width="100%" height={200} />}
      {!all && known.data && (
        <Checkbox.Group aria-label={t`Events`} value={types} error={error} onChange={onChange}>
          <div className={classes.groups}>
            {grouped(known.data.data).map(([group, found]) => (
              <fieldset key={group} className={classes.group}>
                <legend>{group}</legend>
                {found.map((one) => (
                  <Checkbox key={one.type} value={one.type} label={one.type} description={one.says} />
                ))}
              </fieldset>
            ))}
          </div>
        </Checkbox.Group>
      )}
    </div>
  );
}

/** The types under their headings, in the order in which they come. */
export function grouped(types: readonly WebhookEventType[]): [string, WebhookEventType[]][] {
  const found = new Map<string, WebhookEventType[]>();
  for (const one of types) found.set(one.group, [...(found.get(one.group) ?? []), one]);
  return [...found];
}
