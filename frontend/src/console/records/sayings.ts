/** What is said of each kind of record: whole sentences, since other languages bend the words. */

import { plural, t } from "@lingui/core/macro";
import type { RecordKind } from "../api/records";

export interface Sayings {
  one: string;
  add: string;
  fresh: string;
  search: string;
  /** It, or the list of them, could not be loaded. */
  lost: string;
  allLost: string;
  /** They come from the company's own system. */
  elsewhere: string;
  noMatch: string;
  none: string;
  added: (name: string) => string;
  removed: (name: string) => string;
  remove: (name: string) => string;
  many: (count: number) => string;
}

const ORDERS: Sayings = {
  one: t`Order`,
  add: t`Add order`,
  fresh: t`New order`,
  search: t`Search orders`,
  lost: t`This order could not be loaded.`,
  allLost: t`The orders could not be loaded.`,
  elsewhere: t`Orders come from your own system now; the assistant does not look at what is kept here.`,
  noMatch: t`No order matches`,
  none: t`No orders yet`,
  added: (name) => t`Order ${name} was added.`,
  removed: (name) => t`Order ${name} was removed.`,
  remove: (name) => t`Remove order ${name}?`,
  many: (count) => plural(count, { one: "# order", other: "# orders" }),
};

const PRODUCTS: Sayings = {
  one: t`Product`,
  add: t`Add product`,
  fresh: t`New product`,
  search: t`Search products`,
  lost: t`This product could not be loaded.`,
  allLost: t`The products could not be loaded.`,
  elsewhere: t`Products come from your own system now; the assistant does not look at what is kept here.`,
  noMatch: t`No product matches`,
  none: t`No products yet`,
  added: (name) => t`Product ${name} was added.`,
  removed: (name) => t`Product ${name} was removed.`,
  remove: (name) => t`Remove product ${name}?`,
  many: (count) => plural(count, { one: "# product", other: "# products" }),
};

const PERSONS: Sayings = {
  one: t`Customer`,
  add: t`Add customer`,
  fresh: t`New customer`,
  search: t`Search customers`,
  lost: t`This customer could not be loaded.`,
  allLost: t`The customers could not be loaded.`,
  elsewhere: t`Customers come from your own system now; the assistant does not look at what is kept here.`,
  noMatch: t`No customer matches`,
  none: t`No customers yet`,
  added: (name) => t`Customer ${name} was added.`,
  removed: (name) => t`Customer ${name} was removed.`,
  remove: (name) => t`Remove customer ${name}?`,
  many: (count) => plural(count, { one: "# customer", other: "# customers" }),
};

const TICKETS: Sayings = {
  one: t`Ticket`,
  add: t`Add ticket`,
  fresh: t`New ticket`,
  search: t`Search tickets`,
  lost: t`This ticket could not be loaded.`,
  allLost: t`The tickets could not be loaded.`,
  elsewhere: t`Tickets come from your own system now; the assistant does not look at what is kept here.`,
  noMatch: t`No ticket matches`,
  none: t`No tickets yet`,
  added: (name) => t`Ticket ${name} was added.`,
  removed: (name) => t`Ticket ${name} was removed.`,
  remove: (name) => t`Remove ticket ${name}?`,
  many: (count) => plural(count, { one: "# ticket", other: "# tickets" }),
};

export const SAYINGS: Record<RecordKind, Sayings> = {
  orders: ORDERS,
  products: PRODUCTS,
  persons: PERSONS,
  tickets: TICKETS,
};
