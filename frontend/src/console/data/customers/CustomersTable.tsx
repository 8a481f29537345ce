/** Customers one to a row, with what can be done for them. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useLocation } from "wouter";
import { type CustomerEntry, exportCustomer } from "../../api/data";
import { useCell } from "../../desk/cell";
import { useMay } from "../../shell/useMay";
import { Ago } from "../../ui/Ago";
import { tell, tellFailure } from "../../ui/notices";
import table from "../../ui/Table.module.css";
import { useShowExport } from "../exports/exportList";
import classes from "./Customers.module.css";
import { calledBy } from "./confirming";
import { leaving } from "./list";

interface CustomersTableProps {
  customers: CustomerEntry[];
  onErase: (customer: CustomerEntry) => void;
}

export function CustomersTable({ customers, onErase }: CustomersTableProps) {
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">
            <Trans>Customer</Trans>
          </th>
          <th scope="col">
            <Trans>Conversations</Trans>
          </th>
          <th scope="col">
            <Trans>First seen</Trans>
          </th>
          <th scope="col">
            <span className="sr">
              <Trans>What can be done</Trans>
            </span>
          </th>
        </tr>
      </thead>
      <tbody>
        {customers.map((customer) => (
          <CustomerRow key={customer.id} customer={customer} onErase={onErase} />
        ))}
      </tbody>
    </table>
  );
}

interface CustomerRowProps {
  customer: CustomerEntry;
  onErase: (customer: CustomerEntry) => void;
}

function CustomerRow({ customer, onErase }: CustomerRowProps) {
  const mayErase = useMay("customers.erase");
  const goes = useCell(leaving).has(customer.id);
  const name = calledBy(customer);
  return (
    <tr>
      <td>
        <div className={classes.who}>
          <strong>{customer.name || t`Without a name`}</strong>
          <span>{customer.email ?? customer.id}</span>
        </div>
      </td>
      <td data-label={t`Conversations`}>{customer.conversations}</td>
      <td data-label={t`First seen`}>
        <Ago at={customer.created_at} />
      </td>
      <td className={table.acts}>
        {goes && (
          <span className={classes.leaving}>
            <Trans>Being erased…</Trans>
          </span>
        )}
        {!goes && <ExportButton customer={customer} />}
        {!goes && mayErase && (
          <Button
            variant="subtle"
            size="xs"
            className={classes.erase}
            aria-label={t`Erase ${name}`}
            onClick={() => onErase(customer)}
          >
            <Trans>Erase</Trans>
          </Button>
        )}
      </td>
    </tr>
  );
}

function ExportButton({ customer }: { customer: CustomerEntry }) {
  const [, go] = useLocation();
  const show = useShowExport();
  const name = calledBy(customer);
  const ask = useMutation({
    mutationFn: () => exportCustomer(customer.id),
    onSuccess: (job) => {
      show(job);
      tell(t`The export of ${name} is being made.`);
      go("/console/data/exports");
    },
    onError: tellFailure,
  });
  return (
    <Button
      variant="subtle"
      color="gray"
      size="xs"
      loading={ask.isPending}
      aria-label={t`Export ${name}`}
      onClick={() => ask.mutate()}
    >
      <Trans>Export</Trans>
    </Button>
  );
}
