/** A scheduled report, new or changed: when it goes, what it says, and who gets it. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Modal, NativeSelect, NumberInput, SegmentedControl, TextInput } from "@mantine/core";
import { useState } from "react";
import { atField } from "../../api/problems";
import type { Compare } from "../../api/reports";
import type { Cadence, Covers, FileKind, Schedule, Wanted } from "../../api/sending";
import { useMe } from "../../desk/DeskContext";
import { FormProblem } from "../../ui/FormProblem";
import { tell } from "../../ui/notices";
import { COMPARES } from "../query/period";
import { FigureChoice } from "./FigureChoice";
import { Narrowing } from "./Narrowing";
import { RecipientChoice } from "./RecipientChoice";
import classes from "./Schedules.module.css";
import { useKeep } from "./useSchedules";
import { beginning, CADENCES, COVERS, WEEKDAYS, wantedOf, withCadence } from "./words";

/** Too few days for the figures that wait a week. */
const SHORT: readonly Covers[] = ["day", "week"];
const FIELDS = ["name", "at", "day", "weekday", "metrics", "recipient_ids"] as const;

interface ScheduleDialogProps {
  edited: Schedule | "new" | null;
  onClose: () => void;
}

export function ScheduleDialog({ edited, onClose }: ScheduleDialogProps) {
  const title = edited === "new" ? t`Schedule a report` : edited?.name;
  return (
    <Modal opened={edited !== null} onClose={onClose} title={title} size={620}>
      {edited && <Form schedule={edited === "new" ? null : edited} onClose={onClose} />}
    </Modal>
  );
}

function Form({ schedule, onClose }: { schedule: Schedule | null; onClose: () => void }) {
  const me = useMe();
  const [wanted, setWanted] = useState<Wanted>(() => (schedule ? wantedOf(schedule) : beginning(me.id)));
  const keep = useKeep(schedule);
  const change = (part: Partial<Wanted>) => setWanted((before) => ({ ...before, ...part }));
  const save = () =>
    keep.mutate(wanted, {
      onSuccess: (kept) => {
        const { name, says } = kept;
        tell(schedule ? t`The report is changed.` : t`“${name}” goes ${says}.`);
        onClose();
      },
    });
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextInput
        label={t`Name`}
        data-autofocus
        maxLength={80}
        value={wanted.name}
        error={atField(keep.error, "name")}
        onChange={({ currentTarget: { value } }) => change({ name: value })}
      />
      <When wanted={wanted} setWanted={setWanted} problem={keep.error} />
      <div className={classes.pair}>
        <NativeSelect
          label={t({ message: "About", context: "which days" })}
          value={wanted.covers}
          data={Object.entries(COVERS).map(([value, label]) => ({ value, label }))}
          onChange={({ currentTarget: { value } }) => change({ covers: value as Covers })}
        />
        <NativeSelect
          label={t`Compared with`}
          value={wanted.compare}
          data={Object.entries(COMPARES).map(([value, label]) => ({ value, label }))}
          onChange={({ currentTarget: { value } }) => change({ compare: value as Compare })}
        />
      </div>
      {SHORT.includes(wanted.covers) && (
        <p className={classes.hint}>
          <Trans>
            Whether a conversation stayed solved is known a week after it ended: resolution quality, repeat
            contact and reopened need more days than these.
          </Trans>
        </p>
      )}
      <fieldset className={classes.group}>
        <legend>
          <Trans>File</Trans>
        </legend>
        <SegmentedControl
          size="xs"
          aria-label={t`File`}
          value={wanted.format}
          data={[
            { value: "pdf", label: t`PDF, to read` },
            { value: "csv", label: t`CSV, to work with` },
          ]}
          onChange={(value) => change({ format: value as FileKind })}
        />
      </fieldset>
      <FigureChoice
        chosen={wanted.metrics}
        by={wanted.by}
        problem={atField(keep.error, "metrics")}
        onChange={change}
      />
      <Narrowing filters={wanted.filters} onChange={(filters) => change({ filters })} />
      <RecipientChoice
        chosen={wanted.recipient_ids}
        known={schedule?.recipients ?? []}
        problem={atField(keep.error, "recipient_ids")}
        onChange={(recipient_ids) => change({ recipient_ids })}
      />
      <FormProblem problem={keep.error} fields={FIELDS} />
      <div className={classes.foot}>
        <Button variant="default" onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button type="submit" loading={keep.isPending}>
          {schedule ? t`Keep the changes` : t`Schedule it`}
        </Button>
      </div>
    </form>
  );
}

interface WhenProps {
  wanted: Wanted;
  setWanted: (change: (before: Wanted) => Wanted) => void;
  problem: unknown;
}

function When({ wanted, setWanted, problem }: WhenProps) {
  return (
    <fieldset className={classes.group}>
      <legend>
        <Trans>When it goes</Trans>
      </legend>
      <div className={classes.when}>
        <NativeSelect
          aria-label={t`How often`}
          value={wanted.cadence}
          data={Object.entries(CADENCES).map(([value, label]) => ({ value, label }))}
          onChange={({ currentTarget: { value } }) =>
            setWanted((before) => withCadence(before, value as Cadence))
          }
        />
        {wanted.cadence === "weekly" && (
          <NativeSelect
            aria-label={t({ message: "On", context: "a day" })}
            value={String(wanted.weekday ?? 0)}
            data={WEEKDAYS.map((label, value) => ({ value: String(value), label }))}
            onChange={({ currentTarget: { value } }) =>
              setWanted((before) => ({ ...before, weekday: Number(value) }))
            }
          />
        )}
        {wanted.cadence === "monthly" && (
          <NumberInput
            aria-label={t`On day`}
            min={1}
            max={31}
            prefix={`${t`on day`} `}
            allowDecimal={false}
            value={wanted.day ?? 1}
            error={atField(problem, "day")}
            onChange={(value) => setWanted((before) => ({ ...before, day: Number(value) || 1 }))}
          />
        )}
        <TextInput
          type="time"
          aria-label={t`At, on the company’s clocks`}
          value={wanted.at}
          required
          error={atField(problem, "at")}
          onChange={({ currentTarget: { value } }) => setWanted((before) => ({ ...before, at: value }))}
        />
      </div>
      <p className={classes.hint}>
        <Trans>On the company’s clocks.</Trans>
        {wanted.cadence === "monthly" && (wanted.day ?? 1) > 28 && (
          <> {t`In a month that is shorter it goes on the last day.`}</>
        )}
      </p>
    </fieldset>
  );
}
