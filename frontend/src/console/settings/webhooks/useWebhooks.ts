/** Webhooks and what was sent to them, as the server knows them. */

import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  changeWebhook,
  createWebhook,
  type DeliveryState,
  fetchDelivery,
  fetchWebhook,
  listDeliveries,
  listEventTypes,
  listWebhooks,
  type WebhookChanges,
} from "../../api/webhooks";
import { sectionPath } from "../sections";

export const webhooksKey = ["webhooks"] as const;
export const webhooksPath = sectionPath("webhooks");
export const webhookPath = (id: string): string => `${webhooksPath}/${id}`;
export const deliveryPath = (id: string, delivery: string): string => `${webhookPath(id)}/${delivery}`;

const LOOK_AGAIN = 10_000;

export const useWebhookList = () =>
  useQuery({
    queryKey: [...webhooksKey, "list"],
    queryFn: ({ signal }) => listWebhooks(signal),
    refetchInterval: LOOK_AGAIN,
  });

export const useWebhook = (id: string) =>
  useQuery({
    queryKey: [...webhooksKey, "one", id],
    queryFn: ({ signal }) => fetchWebhook(id, signal),
    refetchInterval: LOOK_AGAIN,
  });

export const useEventTypes = () =>
  useQuery({
    queryKey: ["webhook-event-types"],
    queryFn: ({ signal }) => listEventTypes(signal),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const useDeliveries = (id: string, state: DeliveryState | "", type: string) =>
  useInfiniteQuery({
    queryKey: [...webhooksKey, "sent", id, state, type],
    queryFn: ({ pageParam, signal }) => listDeliveries(id, { state, type, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.has_more ? page.next_cursor : undefined),
    refetchInterval: LOOK_AGAIN,
  });

export const useDelivery = (id: string) =>
  useQuery({
    queryKey: [...webhooksKey, "delivery", id],
    queryFn: ({ signal }) => fetchDelivery(id, signal),
    refetchInterval: LOOK_AGAIN,
  });

/** Everything about webhooks is asked for anew. */
export function useLookAgain(): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: webhooksKey });
}

export function useCreateWebhook() {
  const again = useLookAgain();
  return useMutation({ mutationFn: createWebhook, onSuccess: again });
}

export function useChangeWebhook(id: string) {
  const again = useLookAgain();
  return useMutation({
    mutationFn: (changes: WebhookChanges) => changeWebhook(id, changes),
    onSuccess: again,
  });
}
