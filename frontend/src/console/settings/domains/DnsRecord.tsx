/** A record for the DNS: type, name and value, each to be copied. */

import type { DomainEntry } from "../../api/domains";
import { CopyButton } from "../../ui/CopyButton";
import classes from "./Domains.module.css";

export function DnsRecord({ record }: Pick<DomainEntry, "record">) {
  const { type, name, value } = record;
  return (
    <dl className={classes.record}>
      <dt>Type</dt>
      <dd>
        <code>{type}</code>
      </dd>
      <dt>Name</dt>
      <dd>
        <code>{name}</code>
        <CopyButton text={name} what="the record’s name" variant="subtle" />
      </dd>
      <dt>Value</dt>
      <dd>
        <code>{value}</code>
        <CopyButton text={value} what="the record’s value" variant="subtle" />
      </dd>
    </dl>
  );
}
