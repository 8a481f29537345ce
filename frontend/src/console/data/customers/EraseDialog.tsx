/** Asks to type a customer's name before everything about them goes. */

import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Modal, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { type CustomerEntry, eraseCustomer } from "../../api/data";
import { atField } from "../../api/problems";
import confirm from "../../ui/Confirm.module.css";
import { FormProblem } from "../../ui/FormProblem";
import { tell } from "../../ui/notices";
import { calledBy, isTyped } from "./confirming";
import { allCustomersKey, leaving } from "./list";

interface EraseDialogProps {
  customer: CustomerEntry | null;
  onClose: () => void;
}

export function EraseDialog({ customer, onClose }: EraseDialogProps) {
  const name = customer ? calledBy(customer) : "";
  return (
    <Modal opened={customer !== null} onClose={onClose} title={customer ? t`Erase ${name}?` : ""} size={460}>
      {customer && <EraseForm customer={customer} onClose={onClose} />}
    </Modal>
  );
}

function EraseForm({ customer, onClose }: { customer: CustomerEntry; onClose: () => void }) {
  const client = useQueryClient();
  const [typed, setTyped] = useState("");
  const name = calledBy(customer);
  const erase = useMutation({
    mutationFn: () => eraseCustomer(customer.id, name),
    onSuccess: () => {
      leaving.change((ids) => new Set([...ids, customer.id]));
      tell(t`${name} is being erased. It is done within minutes.`);
      void client.invalidateQueries({ queryKey: allCustomersKey });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isTyped(typed, name)) erase.mutate();
  };
  return (
    <form onSubmit={submit} noValidate>
      <div className={confirm.says}>
        <p>
          {whatGoes(customer.conversations)}{" "}
          <strong>
            <Trans>Nobody can bring it back.</Trans>
          </strong>
        </p>
        <p>
          <Trans>
            Exports that hold them are withdrawn. The audit log keeps that an erasure took place, and who
            asked for it.
          </Trans>
        </p>
      </div>
      <TextInput
        data-autofocus
        label={t`Type “${name}” to go on`}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        error={atField(erase.error, "confirm")}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <FormProblem problem={erase.error} fields={["confirm"]} />
      <div className={confirm.foot}>
        <Button variant="default" onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button
          type="submit"
          className={confirm.danger}
          disabled={!isTyped(typed, name)}
          loading={erase.isPending}
        >
          <Trans>Erase for good</Trans>
        </Button>
      </div>
    </form>
  );
}

const whatGoes = (count: number): string =>
  plural(count, {
    one: "Their name and address, their one conversation with every message, note and file, and what was drawn from it.",
    other:
      "Their name and address, their # conversations with every message, note and file, and what was drawn from them.",
  });
