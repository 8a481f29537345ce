/** The kinds of record: what each is called, which columns its list has, and which fields may be written. */

import { t } from "@lingui/core/macro";
import type { RecordKind } from "../api/records";
import { SAYINGS, type Sayings } from "./sayings";

export type Shown = "text" | "money" | "day" | "state" | "count" | "ago";
export type Written = "line" | "email" | "money" | "count" | "words" | "moment" | "state" | "phone" | "link";

export interface Column {
  field: string;
  label: string;
  as: Shown;
}

export interface FieldOf {
  name: string;
  label: string;
  as: Written;
  needed?: boolean;
  help?: string;
}

export interface KindOf {
  kind: RecordKind;
  name: string;
  says: Sayings;
  /** The field that tells one from another, and what stands below it in the list. */
  key: string;
  below: string;
  columns: readonly Column[];
  fields: readonly FieldOf[];
  states: readonly (readonly [string, string])[];
  address: boolean;
  attributes: boolean;
  /** When there is none. */
  empty: string;
}

const ORDERS: KindOf = {
  kind: "orders",
  name: t`Orders`,
  says: SAYINGS.orders,
  key: "number",
  below: "name",
  columns: [
    { field: "state", label: t`State`, as: "state" },
    { field: "total", label: t`Total`, as: "money" },
    { field: "placed_at", label: t`Placed`, as: "day" },
  ],
  fields: [
    { name: "number", label: t`Order number`, as: "line", needed: true },
    { name: "state", label: t`State`, as: "state", needed: true },
    { name: "email", label: t`E-mail address`, as: "email", needed: true },
    { name: "name", label: t`Customer's name`, as: "line" },
    { name: "total", label: t`Total`, as: "money", needed: true },
    { name: "currency", label: t`Currency`, as: "line", help: t`Such as EUR` },
    { name: "placed_at", label: t`Placed`, as: "moment", needed: true },
    { name: "shipped_at", label: t`Shipped`, as: "moment" },
    { name: "delivered_at", label: t`Delivered`, as: "moment" },
    { name: "tracking", label: t`Tracking number`, as: "line" },
    { name: "tracking_url", label: t`Tracking link`, as: "link" },
  ],
  states: [
    ["placed", t`Placed`],
    ["payment_failed", t`Payment failed`],
    ["paid", t`Paid`],
    ["packed", t`Packed`],
    ["partly_shipped", t`Partly shipped`],
    ["shipped", t`Shipped`],
    ["delivered", t`Delivered`],
    ["returned", t`Returned`],
    ["refunded", t`Refunded`],
    ["cancelled", t`Cancelled`],
  ],
  address: true,
  attributes: false,
  empty: t`With your orders here, the assistant tells customers where theirs is, and refunds within your policy.`,
};

const PRODUCTS: KindOf = {
  kind: "products",
  name: t`Products`,
  says: SAYINGS.products,
  key: "name",
  below: "sku",
  columns: [
    { field: "category", label: t`Category`, as: "text" },
    { field: "price", label: t`Price`, as: "money" },
    { field: "stock", label: t`In stock`, as: "count" },
  ],
  fields: [
    { name: "sku", label: "SKU", as: "line", needed: true },
    { name: "name", label: t`Name`, as: "line", needed: true },
    { name: "category", label: t`Category`, as: "line" },
    { name: "price", label: t`Price`, as: "money", needed: true },
    { name: "currency", label: t`Currency`, as: "line", help: t`Such as EUR` },
    { name: "stock", label: t`In stock`, as: "count" },
    { name: "url", label: t`Its page`, as: "link" },
    { name: "description", label: t`Description`, as: "words" },
  ],
  states: [],
  address: false,
  attributes: true,
  empty: t`With your products here, the assistant recommends what fits a customer's wishes.`,
};

const PERSONS: KindOf = {
  kind: "persons",
  name: t`Customers`,
  says: SAYINGS.persons,
  key: "email",
  below: "name",
  columns: [
    { field: "phone", label: t`Phone`, as: "text" },
    { field: "updated_at", label: t`Changed`, as: "ago" },
  ],
  fields: [
    { name: "email", label: t`E-mail address`, as: "email", needed: true },
    { name: "name", label: t`Name`, as: "line" },
    { name: "phone", label: t`Phone`, as: "phone", help: t`With the country, like +493012345678` },
  ],
  states: [],
  address: true,
  attributes: true,
  empty: t`What your own systems know of a customer, such as the plan or the address, by e-mail address.`,
};

const TICKETS: KindOf = {
  kind: "tickets",
  name: t`Tickets`,
  says: SAYINGS.tickets,
  key: "number",
  below: "subject",
  columns: [
    { field: "state", label: t`State`, as: "state" },
    { field: "email", label: t`Customer`, as: "text" },
    { field: "updated_at", label: t`Changed`, as: "ago" },
  ],
  fields: [
    { name: "number", label: t`Ticket number`, as: "line", needed: true },
    { name: "state", label: t`State`, as: "state" },
    { name: "email", label: t`E-mail address`, as: "email", needed: true },
    { name: "name", label: t`Customer's name`, as: "line" },
    { name: "subject", label: t`Subject`, as: "line", needed: true },
    { name: "newest", label: t`New entry`, as: "words", help: t`What the customer may read` },
  ],
  states: [
    ["open", t({ message: "Open", context: "state of a ticket" })],
    ["waiting", t`Waits for the customer`],
    ["solved", t`Solved`],
    ["closed", t({ message: "Closed", context: "state of a ticket" })],
  ],
  address: false,
  attributes: false,
  empty: t`What you are working on for a customer. The assistant tells how it stands and adds what they write.`,
};

export const KINDS: readonly KindOf[] = [ORDERS, PRODUCTS, PERSONS, TICKETS];

export const kindOf = (name: string): KindOf | undefined => KINDS.find(({ kind }) => kind === name);

export const ADDRESS: readonly (readonly [string, string])[] = [
  ["line", t`Street and number`],
  ["line2", t`Second line`],
  ["postcode", t`Postcode`],
  ["town", t`Town`],
  ["region", t`Region`],
  ["country", t`Country`],
];
