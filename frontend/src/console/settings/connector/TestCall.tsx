/** One call to the company's system, with what went out and what came back. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Select, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { type TestAsked, type TestOutcome, testConnector } from "../../api/connector";
import { atField } from "../../api/problems";
import { number } from "../../shell/locale";
import { useMay } from "../../shell/useMay";
import { FormProblem } from "../../ui/FormProblem";
import classes from "./Connector.module.css";
import { callsKey } from "./connectorKey";

const KINDS: { value: TestAsked["kind"]; label: string }[] = [
  { value: "orders.find", label: t`Find an order` },
  { value: "products.list", label: t`List the products` },
  { value: "tickets.find", label: t`Find a ticket` },
  { value: "persons.find", label: t`Find a customer` },
];

export function TestCall({ ready }: { ready: boolean }) {
  const mayManage = useMay("settings.manage");
  const [kind, setKind] = useState<TestAsked["kind"]>("orders.find");
  const [what, setWhat] = useState("");
  const client = useQueryClient();
  const test = useMutation({
    mutationFn: testConnector,
    onSettled: () => void client.invalidateQueries({ queryKey: callsKey }),
  });
  if (!mayManage)
    return (
      <p className={classes.says}>
        <Trans>Owners and admins can make one.</Trans>
      </p>
    );
  const asks = kind !== "products.list";
  const email = kind === "persons.find" || what.includes("@");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    test.mutate({ kind, ...(asks && { [email ? "email" : "number"]: what.trim() }) });
  };
  return (
    <>
      <form className={classes.ask} onSubmit={submit} noValidate>
        <Select
          label={t`What to ask`}
          data={KINDS}
          value={kind}
          allowDeselect={false}
          onChange={(value) => setKind((now) => KINDS.find((one) => one.value === value)?.value ?? now)}
        />
        {asks && (
          <TextInput
            label={kind === "persons.find" ? t`E-mail address` : t`Number or e-mail address`}
            autoComplete="off"
            spellCheck={false}
            value={what}
            error={atField(test.error, "number") ?? atField(test.error, "email")}
            onChange={(event) => setWhat(event.currentTarget.value)}
          />
        )}
        <Button
          type="submit"
          variant="default"
          loading={test.isPending}
          disabled={!ready || (asks && !what.trim())}
        >
          <Trans>Make the call</Trans>
        </Button>
      </form>
      {!ready && (
        <p className={classes.says}>
          <Trans>Save an address and make a secret first.</Trans>
        </p>
      )}
      <FormProblem problem={test.error} fields={["number", "email"]} />
      {test.data && <Outcome came={test.data} />}
    </>
  );
}

function Outcome({ came }: { came: TestOutcome }) {
  const [found, took] = [number(came.found), number(came.took_ms)];
  const headers = Object.entries(came.request.headers).map(([name, value]) => `${name}: ${value}`);
  const asked = [`${came.request.method} ${came.request.url}`, ...headers, "", came.request.body].join("\n");
  const { reply } = came;
  return (
    <div className={classes.sides}>
      <p className={came.ok ? classes.good : classes.bad} role="status">
        {came.ok ? t`As it should be: ${found} found, in ${took} ms.` : came.problem}
      </p>
      <figure>
        <figcaption>
          <Trans>Baton asked</Trans>
        </figcaption>
        <pre>{asked}</pre>
      </figure>
      <figure>
        <figcaption>
          <Trans>Your system answered</Trans>
        </figcaption>
        <pre>{reply ? `${reply.status} ${reply.content_type}\n\n${reply.body}` : t`Nothing.`}</pre>
      </figure>
    </div>
  );
}
