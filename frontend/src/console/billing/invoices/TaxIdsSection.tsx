/** Tax numbers of the company, as they stand on invoices. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Select, TextInput } from "@mantine/core";
import { type RefObject, useRef, useState } from "react";
import type { TaxId, TaxKind } from "../../api/billing";
import { atField } from "../../api/problems";
import { useMay } from "../../shell/useMay";
import { FormProblem } from "../../ui/FormProblem";
import { Section } from "../../ui/Section";
import classes from "../Billing.module.css";
import { Pill } from "../Pill";
import { useDetails, useTaxIds } from "../useBilling";
import { taxIdState } from "../words";
import { TAX_KINDS, taxKindName, taxNumberLike } from "./countries";
import own from "./Invoices.module.css";

export function TaxIdsSection() {
  const { data: details } = useDetails();
  const { add, remove } = useTaxIds();
  const mayManage = useMay("billing.manage");
  const number = useRef<HTMLInputElement>(null);
  if (!details) return null;
  return (
    <Section
      title={t`Tax numbers`}
      says={t`They stand on your next invoice. With a valid VAT number of another country the tax is yours to declare.`}
    >
      {details.tax_ids.length === 0 ? (
        <p className={classes.says}>
          <Trans>None yet.</Trans>
        </p>
      ) : (
        <ul className={own.ids}>
          {details.tax_ids.map((taxId) => (
            <Row
              key={taxId.id}
              taxId={taxId}
              busy={remove.isPending && remove.variables === taxId.id}
              onRemove={
                mayManage ? () => remove.mutate(taxId.id, { onSuccess: () => number.current?.focus() }) : null
              }
            />
          ))}
        </ul>
      )}
      {mayManage && <AddForm add={add} number={number} />}
    </Section>
  );
}

interface RowProps {
  taxId: TaxId;
  busy: boolean;
  onRemove: (() => void) | null;
}

function Row({ taxId, busy, onRemove }: RowProps) {
  const state = taxIdState(taxId);
  const { value } = taxId;
  return (
    <li>
      <span>{taxKindName(taxId.kind)}</span>
      <code>{value}</code>
      <Pill mood={state.mood}>{state.words}</Pill>
      {onRemove && (
        <Button
          variant="subtle"
          color="gray"
          size="xs"
          loading={busy}
          aria-label={t`Remove ${value}`}
          onClick={onRemove}
        >
          <Trans>Remove</Trans>
        </Button>
      )}
    </li>
  );
}

interface AddFormProps {
  add: ReturnType<typeof useTaxIds>["add"];
  /** Has the focus when a number was removed: its button is gone. */
  number: RefObject<HTMLInputElement | null>;
}

function AddForm({ add, number }: AddFormProps) {
  const [kind, setKind] = useState<TaxKind>("eu_vat");
  const [value, setValue] = useState("");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate({ kind, value: value.trim() }, { onSuccess: () => setValue("") });
      }}
    >
      <div className={own.add}>
        <Select
          label={t`Kind`}
          data={[...TAX_KINDS]}
          value={kind}
          allowDeselect={false}
          error={atField(add.error, "kind")}
          onChange={(next) => next && setKind(next)}
        />
        <TextInput
          ref={number}
          label={t`Number`}
          placeholder={taxNumberLike(kind)}
          maxLength={30}
          value={value}
          error={atField(add.error, "value")}
          onChange={(event) => setValue(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={value.trim() === ""} loading={add.isPending}>
          <Trans>Add</Trans>
        </Button>
      </div>
      <FormProblem problem={add.error} fields={["kind", "value"]} />
    </form>
  );
}
