/** Address, patience, and which records and acts go through the connector. */

import { t } from "@lingui/core/macro";
import { Checkbox, NumberInput, Switch, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type Connector, changeConnector } from "../../api/connector";
import { atField } from "../../api/problems";
import { useDraft } from "../../ui/drafts";
import { SaveBar } from "../../ui/SaveBar";
import { Fields } from "../Fields";
import classes from "./Connector.module.css";
import { connectorKey } from "./connectorKey";
import { plainName } from "./names";

const FIELDS = ["on", "address", "reads", "acts", "seconds"] as const;

const settingsOf = ({ on, address, reads, acts, seconds }: Connector) => ({
  on,
  address,
  reads,
  acts,
  seconds,
});

export function ConnectorForm({ saved }: { saved: Connector }) {
  const client = useQueryClient();
  const draft = useDraft("connector", settingsOf(saved));
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: changeConnector,
    onSuccess: (stored) => client.setQueryData(connectorKey, stored),
  });
  const { fields, change } = draft;
  return (
    <Fields legend={t`Connector`}>
      <TextInput
        label={t`Address`}
        description={t`Paths such as /orders/find are added to it.`}
        placeholder={"https://shop.example/baton"}
        type="url"
        autoComplete="off"
        spellCheck={false}
        value={fields.address}
        error={atField(error, "address")}
        onChange={(event) => change({ address: event.currentTarget.value })}
      />
      <NumberInput
        label={t`Seconds until an answer is too late`}
        min={1}
        max={10}
        className={classes.short}
        value={fields.seconds}
        error={atField(error, "seconds")}
        onChange={(value) => typeof value === "number" && change({ seconds: value })}
      />
      <Checkbox.Group
        label={t`Records that come from it`}
        description={t`The others are those under Records.`}
        value={fields.reads}
        error={atField(error, "reads")}
        onChange={(reads) => change({ reads: saved.may_read.filter((name) => reads.includes(name)) })}
      >
        <Choices names={saved.may_read} />
      </Checkbox.Group>
      {saved.may_act.length > 0 && (
        <Checkbox.Group
          label={t`What it carries out`}
          description={t`The others are done in the records under Records. What concerns records from your system belongs there too.`}
          value={fields.acts}
          error={atField(error, "acts")}
          onChange={(acts) => change({ acts: saved.may_act.filter((name) => acts.includes(name)) })}
        >
          <Choices names={saved.may_act} />
        </Checkbox.Group>
      )}
      <Switch
        label={t`Use the connector`}
        description={t`Customers are served from it as soon as this is saved.`}
        checked={fields.on}
        error={atField(error, "on")}
        onChange={(event) => change({ on: event.currentTarget.checked })}
      />
      <SaveBar
        shown={draft.changed}
        busy={isPending}
        problem={error}
        fields={FIELDS}
        onSave={() => mutate(draft.changes, { onSuccess: draft.reset })}
        onDiscard={() => {
          draft.reset();
          reset();
        }}
      />
    </Fields>
  );
}

function Choices({ names }: { names: string[] }) {
  return (
    <div className={classes.choices}>
      {names.map((name) => (
        <Checkbox key={name} value={name} label={plainName(name)} />
      ))}
    </div>
  );
}
