/** The kinds of record: what each is called, which columns its list has, and which fields may be written. */

import type { RecordKind } from "../api/records";

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
  one: string;
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
  name: "Orders",
  one: "order",
  key: "number",
  below: "name",
  columns: [
    { field: "state", label: "State", as: "state" },
    { field: "total", label: "Total", as: "money" },
    { field: "placed_at", label: "Placed", as: "day" },
  ],
  fields: [
    { name: "number", label: "Order number", as: "line", needed: true },
    { name: "state", label: "State", as: "state", needed: true },
    { name: "email", label: "E-mail address", as: "email", needed: true },
    { name: "name", label: "Customer's name", as: "line" },
    { name: "total", label: "Total", as: "money", needed: true },
    { name: "currency", label: "Currency", as: "line", help: "Such as EUR" },
    { name: "placed_at", label: "Placed", as: "moment", needed: true },
    { name: "shipped_at", label: "Shipped", as: "moment" },
    { name: "delivered_at", label: "Delivered", as: "moment" },
    { name: "tracking", label: "Tracking number", as: "line" },
    { name: "tracking_url", label: "Tracking link", as: "link" },
  ],
  states: [
    ["placed", "Placed"],
    ["payment_failed", "Payment failed"],
    ["paid", "Paid"],
    ["packed", "Packed"],
    ["partly_shipped", "Partly shipped"],
    ["shipped", "Shipped"],
    ["delivered", "Delivered"],
    ["returned", "Returned"],
    ["refunded", "Refunded"],
    ["cancelled", "Cancelled"],
  ],
  address: true,
  attributes: false,
  empty:
    "With your orders here, the assistant tells customers where theirs is, and refunds within your policy.",
};

const PRODUCTS: KindOf = {
  kind: "products",
  name: "Products",
  one: "product",
  key: "name",
  below: "sku",
  columns: [
    { field: "category", label: "Category", as: "text" },
    { field: "price", label: "Price", as: "money" },
    { field: "stock", label: "In stock", as: "count" },
  ],
  fields: [
    { name: "sku", label: "SKU", as: "line", needed: true },
    { name: "name", label: "Name", as: "line", needed: true },
    { name: "category", label: "Category", as: "line" },
    { name: "price", label: "Price", as: "money", needed: true },
    { name: "currency", label: "Currency", as: "line", help: "Such as EUR" },
    { name: "stock", label: "In stock", as: "count" },
    { name: "url", label: "Its page", as: "link" },
    { name: "description", label: "Description", as: "words" },
  ],
  states: [],
  address: false,
  attributes: true,
  empty: "With your products here, the assistant recommends what fits a customer's wishes.",
};

const PERSONS: KindOf = {
  kind: "persons",
  name: "Customers",
  one: "customer",
  key: "email",
  below: "name",
  columns: [
    { field: "phone", label: "Phone", as: "text" },
    { field: "updated_at", label: "Changed", as: "ago" },
  ],
  fields: [
    { name: "email", label: "E-mail address", as: "email", needed: true },
    { name: "name", label: "Name", as: "line" },
    { name: "phone", label: "Phone", as: "phone", help: "With the country, like +493012345678" },
  ],
  states: [],
  address: true,
  attributes: true,
  empty: "What your own systems know of a customer, such as the plan or the address, by e-mail address.",
};

const TICKETS: KindOf = {
  kind: "tickets",
  name: "Tickets",
  one: "ticket",
  key: "number",
  below: "subject",
  columns: [
    { field: "state", label: "State", as: "state" },
    { field: "email", label: "Customer", as: "text" },
    { field: "updated_at", label: "Changed", as: "ago" },
  ],
  fields: [
    { name: "number", label: "Ticket number", as: "line", needed: true },
    { name: "state", label: "State", as: "state" },
    { name: "email", label: "E-mail address", as: "email", needed: true },
    { name: "name", label: "Customer's name", as: "line" },
    { name: "subject", label: "Subject", as: "line", needed: true },
    { name: "newest", label: "New entry", as: "words", help: "What the customer may read" },
  ],
  states: [
    ["open", "Open"],
    ["waiting", "Waits for the customer"],
    ["solved", "Solved"],
    ["closed", "Closed"],
  ],
  address: false,
  attributes: false,
  empty:
    "What you are working on for a customer. The assistant tells how it stands and adds what they write.",
};

export const KINDS: readonly KindOf[] = [ORDERS, PRODUCTS, PERSONS, TICKETS];

export const kindOf = (name: string): KindOf | undefined => KINDS.find(({ kind }) => kind === name);

export const ADDRESS: readonly (readonly [string, string])[] = [
  ["line", "Street and number"],
  ["line2", "Second line"],
  ["postcode", "Postcode"],
  ["town", "Town"],
  ["region", "Region"],
  ["country", "Country"],
];
