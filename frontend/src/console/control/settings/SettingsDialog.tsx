/** From which risk on a conversation is raised or high, and from when on a person reads each answer before it is sent. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Modal, NativeSelect, NumberInput, Switch } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { type ControlSettings, fetchControlSettings, saveControlSettings } from "../../api/control";
import { atField } from "../../api/problems";
import { useTopics } from "../../knowledge/topics/useTopics";
import { useMay } from "../../shell/useMay";
import { Failure } from "../../ui/Failure";
import { FormProblem } from "../../ui/FormProblem";
import { tell } from "../../ui/notices";
import { SectionSkeleton } from "../../ui/PageSkeleton";
import { ROOM } from "../useRoom";
import { type Approval, approvalOf, CHOICES, withTopic } from "./approval";
import classes from "./Settings.module.css";

const SETTINGS = ["control_room_settings"] as const;

export default function SettingsDialog({ onClose }: { onClose: () => void }) {
  const { data, error, refetch } = useQuery({
    queryKey: SETTINGS,
    queryFn: ({ signal }) => fetchControlSettings(signal),
    staleTime: 0,
  });
  return (
    <Modal opened onClose={onClose} title={t`Tiers and approval`} size={520}>
      {data ? (
        <Form key={JSON.stringify(data)} settings={data} onClose={onClose} />
      ) : error ? (
        <Failure problem={error} what={t`The settings could not be loaded.`} onRetry={() => void refetch()} />
      ) : (
        <SectionSkeleton fields={3} />
      )}
    </Modal>
  );
}

const FIELDS = ["raised_from", "high_from", "approve_from", "topics", "alerts"];

function Form({ settings, onClose }: { settings: ControlSettings; onClose: () => void }) {
  const client = useQueryClient();
  const may = useMay("settings.manage");
  const [wanted, setWanted] = useState(settings);
  const change = (part: Partial<ControlSettings>) => setWanted({ ...wanted, ...part });
  const save = useMutation({
    mutationFn: saveControlSettings,
    onSuccess: (saved) => {
      client.setQueryData(SETTINGS, saved);
      void client.invalidateQueries({ queryKey: ROOM });
      tell(t`Saved. Live conversations are judged by it at once.`);
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(wanted);
  };
  return (
    <form onSubmit={submit} className={classes.form}>
      <fieldset disabled={!may}>
        <legend className="sr">
          <Trans>Tiers and approval</Trans>
        </legend>
        <div className={classes.tiers}>
          <Threshold
            label={t`Raised from`}
            value={wanted.raised_from}
            error={atField(save.error, "raised_from")}
            onChange={(raised_from) => change({ raised_from })}
          />
          <Threshold
            label={t`High from`}
            value={wanted.high_from}
            error={
              atField(save.error, "high_from") ??
              (wanted.high_from <= wanted.raised_from ? t`High has to begin above raised.` : null)
            }
            onChange={(high_from) => change({ high_from })}
          />
        </div>
        <NativeSelect
          label={t`Answers wait for a yes`}
          description={t`From this risk on, a person reads each answer before the customer gets it, also where the assistant may answer alone.`}
          value={approvalOf(wanted.approve_from)}
          data={CHOICES}
          onChange={(event) => change({ approve_from: toWire(event.currentTarget.value as Approval) })}
        />
        <Topics settings={wanted} onChange={(topics) => change({ topics })} mayChange={may} />
        <Switch
          label={t`Tell supervisors of a new high risk`}
          description={t`As an alert, and as a notification where they let it.`}
          checked={wanted.alerts}
          onChange={(event) => change({ alerts: event.currentTarget.checked })}
        />
      </fieldset>
      <FormProblem problem={save.error} fields={FIELDS} />
      {!may && (
        <p className={classes.note}>
          <Trans>Owners and admins change these.</Trans>
        </p>
      )}
      <div className={classes.foot}>
        <Button variant="default" onClick={onClose}>
          {may ? t`Cancel` : t`Close`}
        </Button>
        {may && (
          <Button type="submit" loading={save.isPending} disabled={wanted.high_from <= wanted.raised_from}>
            <Trans>Save</Trans>
          </Button>
        )}
      </div>
    </form>
  );
}

const toWire = (value: Approval): ControlSettings["approve_from"] => (value === "never" ? null : value);

interface ThresholdProps {
  label: string;
  value: number;
  error: string | null;
  onChange: (value: number) => void;
}

function Threshold({ label, value, error, onChange }: ThresholdProps) {
  return (
    <NumberInput
      label={label}
      description={t`Of 100`}
      min={1}
      max={100}
      allowDecimal={false}
      value={value}
      error={error}
      onChange={(typed) => onChange(Number(typed) || 0)}
    />
  );
}

interface TopicsProps {
  settings: ControlSettings;
  mayChange: boolean;
  onChange: (topics: ControlSettings["topics"]) => void;
}

/** Topics that go their own way: each with what forces approval, and one more to add. */
function Topics({ settings, mayChange, onChange }: TopicsProps) {
  const { data } = useTopics();
  const taken = new Set(settings.topics.map((one) => one.topic));
  const left = data?.data.filter(({ name }) => !taken.has(name)) ?? [];
  return (
    <div className={classes.topics}>
      <h3>
        <Trans>Topics with a rule of their own</Trans>
      </h3>
      {settings.topics.length === 0 && (
        <p className={classes.note}>
          <Trans>None: every topic follows the rule above.</Trans>
        </p>
      )}
      {settings.topics.map((one) => (
        <div key={one.topic} className={classes.topic}>
          <span>{one.topic}</span>
          <NativeSelect
            size="xs"
            aria-label={t`Answers about ${one.topic} wait for a yes`}
            value={approvalOf(one.approve_from)}
            data={CHOICES}
            onChange={(event) =>
              onChange(withTopic(settings.topics, one.topic, event.currentTarget.value as Approval))
            }
          />
          <Button
            size="xs"
            variant="subtle"
            color="gray"
            aria-label={t`${one.topic} goes with the others again`}
            onClick={() => onChange(settings.topics.filter(({ topic }) => topic !== one.topic))}
          >
            <Trans>Remove</Trans>
          </Button>
        </div>
      ))}
      {mayChange && left.length > 0 && (
        <NativeSelect
          size="xs"
          aria-label={t`Add a topic`}
          value=""
          data={[
            { value: "", label: t`Add a topic` },
            ...left.map(({ name }) => ({ value: name, label: name })),
          ]}
          onChange={(event) =>
            event.currentTarget.value &&
            onChange(withTopic(settings.topics, event.currentTarget.value, "raised"))
          }
        />
      )}
    </div>
  );
}
