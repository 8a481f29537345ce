/** What lies within a record: the items of an order, the entries of a ticket. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { BusinessRecord } from "../api/records";
import { Ago } from "../ui/Ago";
import table from "../ui/Table.module.css";
import classes from "./Records.module.css";
import { money, textOf } from "./values";

interface Item {
  line: number;
  sku: string;
  name: string;
  quantity: number;
  price: string;
  refunded: number;
}

interface Entry {
  at: string;
  by: string;
  text: string;
}

const someOf = (some: number, all: number): string => t`${some} of ${all}`;

export function Items({ order }: { order: BusinessRecord }) {
  const items = (order.items ?? []) as Item[];
  const currency = textOf(order, "currency");
  const refunded = textOf(order, "refunded");
  const back = money(refunded, currency);
  const total = money(textOf(order, "total"), currency);
  if (items.length === 0)
    return (
      <p className={classes.hint}>
        <Trans>No items are known of this order.</Trans>
      </p>
    );
  return (
    <>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Item</Trans>
            </th>
            <th scope="col">
              <Trans>Pieces</Trans>
            </th>
            <th scope="col">
              <Trans>Price of one</Trans>
            </th>
            <th scope="col">
              <Trans>Refunded</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.line}>
              <td>
                {item.name}
                <span className={classes.below}>{item.sku}</span>
              </td>
              <td data-label={t`Pieces`}>{item.quantity}</td>
              <td data-label={t`Price of one`}>{money(item.price, currency)}</td>
              <td data-label={t`Refunded`}>
                {item.refunded > 0 ? someOf(item.refunded, item.quantity) : t`none`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {Number(refunded) > 0 && (
        <p className={classes.hint}>
          <Trans>
            {back} of {total} were refunded.
          </Trans>
        </p>
      )}
    </>
  );
}

export function Entries({ ticket }: { ticket: BusinessRecord }) {
  const entries = (ticket.entries ?? []) as Entry[];
  if (entries.length === 0)
    return (
      <p className={classes.hint}>
        <Trans>Nothing was written yet.</Trans>
      </p>
    );
  return (
    <ol className={classes.entries}>
      {entries.map((entry, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: entries are only ever added at the end
        <li key={place}>
          <p>{entry.text}</p>
          <span className={classes.below}>
            {entry.by && `${entry.by}, `}
            <Ago at={entry.at} past />
          </span>
        </li>
      ))}
    </ol>
  );
}
