/** The customer's orders, newest first; each opens to its items. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { Order } from "../../desk/wire";
import { ChevronIcon } from "../../shell/icons";
import { number } from "../../shell/locale";
import { useNow } from "../useNow";
import { rowTime } from "../waiting";
import section from "./Context.module.css";
import classes from "./Orders.module.css";

function money(amount: string, currency: string): string {
  return number(Number(amount), { style: "currency", currency });
}

const STATES: Record<string, string> = {
  placed: t`Placed`,
  payment_failed: t`Payment failed`,
  paid: t`Paid`,
  packed: t`Packed`,
  partly_shipped: t`Partly shipped`,
  shipped: t`Shipped`,
  delivered: t`Delivered`,
  cancelled: t({ message: "Cancelled", context: "an order" }),
  returned: t({ message: "Returned", context: "an order" }),
  refunded: t`Refunded`,
};

/** A state that is not known here by its own name. */
function stateInWords(state: string): string {
  const words = state.replaceAll("_", " ");
  return STATES[state] ?? words.charAt(0).toUpperCase() + words.slice(1);
}

interface OrdersProps {
  orders: Order[];
  /** An e-mail address stands behind the customer, so that orders could be found under it. */
  known?: boolean;
}

export function Orders({ orders, known = true }: OrdersProps) {
  const newest = [...orders].sort((a, b) => b.placed_at.localeCompare(a.placed_at));
  return (
    <section className={section.section} aria-label={t`Orders`}>
      <h3 className={section.title}>
        <Trans>Orders</Trans> {orders.length > 0 && <span>{orders.length}</span>}
      </h3>
      {newest.length === 0 ? (
        <p className={section.quiet}>
          {known ? (
            <Trans>None under this address, nor under a number named in the thread.</Trans>
          ) : (
            <Trans>
              Without an e-mail address only an order that is named in the thread is found; none was.
            </Trans>
          )}
        </p>
      ) : (
        <ul className={section.list}>
          {newest.map((order, index) => (
            <li key={order.number}>
              <OrderEntry order={order} first={index === 0} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function OrderEntry({ order, first }: { order: Order; first: boolean }) {
  const now = useNow();
  return (
    <details className={classes.order} open={first}>
      <summary>
        <ChevronIcon size={12} />
        <b>{order.number}</b>
        <span className={classes.status} data-status={order.status}>
          {stateInWords(order.status)}
        </span>
        <span className={classes.total}>{money(order.total, order.currency)}</span>
      </summary>
      <ul className={classes.items}>
        {order.items.map((item) => (
          <li key={item.name}>
            <span>
              {item.quantity > 1 && `${item.quantity} × `}
              {item.name}
            </span>
            <span>{money(item.price, order.currency)}</span>
          </li>
        ))}
      </ul>
      <p className={classes.more}>
        <Trans>Placed {{ when: rowTime(order.placed_at, now) }}</Trans>
        {order.refunded && ` · ${t`${{ amount: money(order.refunded, order.currency) }} refunded`}`}
        {order.tracking && (
          <>
            {" · "}
            <Trans>
              tracking <span className={classes.tracking}>{order.tracking}</span>
            </Trans>
          </>
        )}
      </p>
    </details>
  );
}
