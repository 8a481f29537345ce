/** The customer's orders, newest first; each opens to its items. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { Order } from "../../desk/wire";
import { ChevronIcon } from "../../shell/icons";
import { useNow } from "../useNow";
import { rowTime } from "../waiting";
import section from "./Context.module.css";
import classes from "./Orders.module.css";

function money(amount: string, currency: string): string {
  return new Intl.NumberFormat(undefined, { style: "currency", currency }).format(Number(amount));
}

const sentence = (word: string): string => {
  const words = word.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};

export function Orders({ orders }: { orders: Order[] }) {
  const newest = [...orders].sort((a, b) => b.placed_at.localeCompare(a.placed_at));
  return (
    <section className={section.section} aria-label={t`Orders`}>
      <h3 className={section.title}>
        <Trans>Orders</Trans> {orders.length > 0 && <span>{orders.length}</span>}
      </h3>
      {newest.length === 0 ? (
        <p className={section.quiet}>
          <Trans>None under this address, nor under a number named in the thread.</Trans>
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
          {sentence(order.status)}
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
        <Trans>Placed {rowTime(order.placed_at, now)}</Trans>
        {order.refunded && t` · ${money(order.refunded, order.currency)} refunded`}
        {order.tracking && (
          <>
            {" · tracking "}
            <span className={classes.tracking}>{order.tracking}</span>
          </>
        )}
      </p>
    </details>
  );
}
