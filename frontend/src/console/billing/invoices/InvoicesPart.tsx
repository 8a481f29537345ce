/** Invoices with what stands in them, and to whom they go. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import type { Billing, Invoice } from "../../api/billing";
import { ChevronIcon } from "../../shell/icons";
import { locale } from "../../shell/locale";
import { Bone } from "../../ui/Bone";
import { Empty } from "../../ui/Empty";
import { Failure } from "../../ui/Failure";
import { Section } from "../../ui/Section";
import table from "../../ui/Table.module.css";
import classes from "../Billing.module.css";
import { money } from "../money";
import { Pill } from "../Pill";
import { useInvoices } from "../useBilling";
import { given, invoiceState, isSubscribed } from "../words";
import { DetailsSection } from "./DetailsSection";
import own from "./Invoices.module.css";
import { TaxIdsSection } from "./TaxIdsSection";

export default function InvoicesPart({ billing }: { billing: Billing }) {
  return (
    <>
      <Section title={t`Invoices`} says={t`Each with its lines. The documents are Stripe’s own.`}>
        <Invoices subscribed={isSubscribed(billing)} />
      </Section>
      <DetailsSection />
      <TaxIdsSection />
    </>
  );
}

function Invoices({ subscribed }: { subscribed: boolean }) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInvoices();
  const invoices = data?.pages.flatMap((page) => page.data);
  if (error && !invoices) {
    return (
      <Failure problem={error} what={t`The invoices could not be loaded.`} onRetry={() => void refetch()} />
    );
  }
  if (!invoices) {
    return (
      <div className={own.waiting} role="status" aria-label={t`Loading the invoices`}>
        <Bone width="100%" height={36} />
        <Bone width="100%" height={36} />
        <Bone width="100%" height={36} />
      </div>
    );
  }
  if (invoices.length === 0) {
    return (
      <Empty title={t`No invoices yet`}>
        <p>
          {subscribed
            ? t`The first one is made when the first payment is due. It comes by mail, too.`
            : t`Once you have subscribed, every invoice stands here with its lines, to read and to download.`}
        </p>
      </Empty>
    );
  }
  return (
    <div className={own.waiting}>
      <table className={`${table.table} ${own.table}`} aria-label={t`Invoices`}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Invoice</Trans>
            </th>
            <th scope="col">
              <Trans>Made on</Trans>
            </th>
            <th scope="col">
              <Trans>State</Trans>
            </th>
            <th scope="col" className={own.sum}>
              <Trans>Total</Trans>
            </th>
            <th scope="col">
              <span className="sr">
                <Trans>Documents</Trans>
              </span>
            </th>
          </tr>
        </thead>
        {invoices.map((invoice) => (
          <Row key={invoice.id} invoice={invoice} />
        ))}
      </table>
      {hasNextPage && (
        <Button variant="default" size="xs" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          <Trans>Show more</Trans>
        </Button>
      )}
      {error && (
        <Failure
          problem={error}
          what={t`The rest could not be loaded.`}
          onRetry={() => void fetchNextPage()}
        />
      )}
    </div>
  );
}

function Row({ invoice }: { invoice: Invoice }) {
  const [opened, setOpened] = useState(false);
  const state = invoiceState(invoice);
  const name = invoice.number || t`Not numbered yet`;
  const made = new Intl.DateTimeFormat(locale(), { dateStyle: "medium" }).format(
    new Date(invoice.created_at),
  );
  return (
    <tbody>
      <tr>
        <td>
          <button
            type="button"
            className={own.opens}
            aria-expanded={opened}
            onClick={() => setOpened(!opened)}
          >
            <ChevronIcon size={14} />
            {name}
          </button>
        </td>
        <td data-label={t`Made on`}>{made}</td>
        <td data-label={t`State`}>
          <Pill mood={state.mood}>{state.words}</Pill>
        </td>
        <td data-label={t`Total`} className={own.sum}>
          {given(invoice.total_cents, invoice.currency)}
        </td>
        <td className={own.documents}>
          {invoice.page && (
            <a className={classes.link} href={invoice.page} target="_blank" rel="noreferrer">
              {invoice.status === "open" ? t({ message: "Pay", context: "an invoice" }) : t`View`}
              <span className="sr"> {name}</span>
            </a>
          )}
          {invoice.pdf && (
            <a className={classes.link} href={invoice.pdf} target="_blank" rel="noreferrer">
              <Trans>
                PDF<span className="sr"> of {name}</span>
              </Trans>
            </a>
          )}
        </td>
      </tr>
      {opened && (
        <tr className={own.inside}>
          <td colSpan={5}>
            <InvoiceLines invoice={invoice} />
          </td>
        </tr>
      )}
    </tbody>
  );
}

/** "0 × resolutions, €0.00" says nothing; what is in the price does. */
const says = ({ quantity, cents }: Invoice["lines"][number]): boolean => cents !== 0 || quantity !== 0;

function InvoiceLines({ invoice }: { invoice: Invoice }) {
  const { lines, tax_cents, total_cents, due_cents, currency, status, number } = invoice;
  return (
    <table className={`${classes.sums} ${own.sums}`} aria-label={t`Lines of ${number}`}>
      <tbody>
        {lines.filter(says).map((line, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two lines may read the same, and none ever moves
          <tr key={place}>
            <th scope="row">{line.words}</th>
            <td>{given(line.cents, currency)}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">
            <Trans>Tax</Trans>
          </th>
          <td>{money(tax_cents, currency)}</td>
        </tr>
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">
            <Trans>Total</Trans>
          </th>
          <td>{given(total_cents, currency)}</td>
        </tr>
        {status === "open" && due_cents !== total_cents && (
          <tr>
            <th scope="row">
              <Trans>Still to be paid</Trans>
            </th>
            <td>{given(due_cents, currency)}</td>
          </tr>
        )}
      </tfoot>
    </table>
  );
}
