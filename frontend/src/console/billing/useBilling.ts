/** What the server knows of the plan, and what changes it. */

import { t } from "@lingui/core/macro";
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  type Address,
  type AskedLines,
  addTaxId,
  cancelPlan,
  changeDetails,
  changeLimits,
  changePlan,
  disputeLine,
  fetchBilling,
  fetchCheckout,
  fetchDetails,
  fetchLine,
  fetchUsageDays,
  type Looked,
  listInvoices,
  listLines,
  listNotCounted,
  listPlans,
  openCheckout,
  openPortal,
  payInvoice,
  previewChange,
  removeTaxId,
  resumePlan,
} from "../api/billing";
import { Problem } from "../api/client";
import { fetchMe } from "../api/conversations";
import { useDesk } from "../desk/DeskContext";
import { tell, tellFailure } from "../ui/notices";

const BILLING = ["billing"] as const;
const LINES = [...BILLING, "lines"] as const;
const DETAILS = [...BILLING, "details"] as const;
const COUNTED_EVERY = 60_000;

/** While somebody looks, what is counted meanwhile comes by itself. */
export const useBilling = () =>
  useQuery({
    queryKey: [...BILLING, "now"],
    queryFn: ({ signal }) => fetchBilling(signal),
    refetchInterval: COUNTED_EVERY,
    refetchOnWindowFocus: true,
  });

export const usePlans = () =>
  useQuery({
    queryKey: ["plans"],
    queryFn: ({ signal }) => listPlans(signal),
    select: (all) => all.data,
    staleTime: Number.POSITIVE_INFINITY,
  });

/** After a change: the page, and what the whole console knows of the plan. */
export function useReadBillingAgain(): () => void {
  const client = useQueryClient();
  const desk = useDesk();
  return () => {
    void client.invalidateQueries({ queryKey: BILLING });
    // Who one is comes with the document and the line; the plan in it is another now.
    fetchMe(new AbortController().signal)
      .then(({ plan, billing_notice }) => desk.me.change((me) => ({ ...me, plan, billing_notice })))
      .catch((problem: unknown) => {
        if (!(problem instanceof Problem)) throw problem; // the next welcome of the line brings it
      });
  };
}

export function useChangeLimits() {
  const readAgain = useReadBillingAgain();
  return useMutation({ mutationFn: changeLimits, onSuccess: readAgain });
}

const goTo = ({ url }: { url: string }) => window.location.assign(url);

export const useOpenCheckout = () => useMutation({ mutationFn: openCheckout, onSuccess: goTo });

export const useOpenPortal = () =>
  useMutation({ mutationFn: openPortal, onSuccess: goTo, onError: tellFailure });

/** What came of a checkout page: the server asks Stripe, so that nobody waits for an event. */
export const useCheckout = (id: string) =>
  useQuery({
    queryKey: [...BILLING, "checkout", id],
    queryFn: ({ signal }) => fetchCheckout(id, signal),
    staleTime: 0,
  });

export const usePreview = (wanted: Looked) =>
  useQuery({
    queryKey: [...BILLING, "preview", wanted],
    queryFn: ({ signal }) => previewChange(wanted, signal),
    staleTime: 0,
    gcTime: 0,
  });

export function useChangePlan() {
  const readAgain = useReadBillingAgain();
  return useMutation({ mutationFn: changePlan, onSuccess: readAgain });
}

export function useCancelPlan() {
  const readAgain = useReadBillingAgain();
  return useMutation({ mutationFn: cancelPlan, onSuccess: readAgain });
}

export function useResumePlan() {
  const readAgain = useReadBillingAgain();
  return useMutation({
    mutationFn: resumePlan,
    onSuccess: () => {
      tell(t`Your subscription goes on`);
      readAgain();
    },
    onError: tellFailure,
  });
}

/** Pays now; where the bank wants a confirmation, the browser goes to the invoice's page. */
export function usePay() {
  const readAgain = useReadBillingAgain();
  return useMutation({
    mutationFn: payInvoice,
    onSuccess: ({ paid, page }) => {
      if (paid) tell(t`Paid. Thank you.`);
      else if (page) goTo({ url: page });
      readAgain();
    },
  });
}

export const useUsageDays = () =>
  useQuery({ queryKey: [...BILLING, "days"], queryFn: ({ signal }) => fetchUsageDays(signal) });

export const useLines = (asked: AskedLines) =>
  useInfiniteQuery({
    queryKey: [...LINES, asked],
    queryFn: ({ pageParam, signal }) => listLines(asked, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => (last.has_more ? last.next_cursor : null),
  });

/** A line that the address names; null: none, or one that is there already. */
export const useLine = (id: string | null) =>
  useQuery({
    queryKey: [...BILLING, "line", id],
    queryFn: ({ signal }) => fetchLine(id ?? "", signal),
    enabled: id !== null,
  });

export function useDispute() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, reason }: { id: string; reason: string }) => disputeLine(id, reason),
    onSuccess: () => void client.invalidateQueries({ queryKey: BILLING }),
  });
}

export const useNotCounted = () =>
  useQuery({ queryKey: [...BILLING, "not counted"], queryFn: ({ signal }) => listNotCounted(signal) });

export const useInvoices = () =>
  useInfiniteQuery({
    queryKey: [...BILLING, "invoices"],
    queryFn: ({ pageParam, signal }) => listInvoices(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => (last.has_more ? last.next_cursor : null),
  });

export const useDetails = () =>
  useQuery({ queryKey: DETAILS, queryFn: ({ signal }) => fetchDetails(signal) });

export function useChangeDetails() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (changes: Partial<Address>) => changeDetails(changes),
    onSuccess: () => client.invalidateQueries({ queryKey: DETAILS }),
  });
}

export function useTaxIds() {
  const client = useQueryClient();
  const readAgain = () => client.invalidateQueries({ queryKey: DETAILS });
  const add = useMutation({ mutationFn: addTaxId, onSuccess: readAgain });
  const remove = useMutation({ mutationFn: removeTaxId, onSuccess: readAgain, onError: tellFailure });
  return { add, remove };
}
