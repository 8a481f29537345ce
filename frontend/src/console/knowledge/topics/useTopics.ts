/** The topics as the server has them, and what changes them. */

import { t } from "@lingui/core/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  changeTopic,
  createTopic,
  listTopics,
  removeTopic,
  suggestExamples,
  type Topic,
  type TopicFields,
  tryText,
} from "../../api/topics";
import { offerUndo, tellFailure } from "../../ui/notices";

const TOPICS = ["topics"] as const;
const LIST = [...TOPICS, "list"] as const;

export const useTopics = () => useQuery({ queryKey: LIST, queryFn: ({ signal }) => listTopics(signal) });

export const useSuggestions = (id: string | null) =>
  useQuery({
    queryKey: [...TOPICS, "suggestions", id],
    queryFn: ({ signal }) => suggestExamples(id ?? "", signal),
    enabled: id !== null,
  });

/** A topic that is there already changes by what differs; else it becomes one. */
export function useSaveTopic(topic: Topic | null) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (fields: TopicFields) => (topic ? changeTopic(topic.id, fields) : createTopic(fields)),
    onSuccess: () => client.invalidateQueries({ queryKey: TOPICS }),
  });
}

/** It goes at once, and can be made again as it was. */
export function useRemoveTopic() {
  const client = useQueryClient();
  const readAgain = () => client.invalidateQueries({ queryKey: TOPICS });
  return useMutation({
    mutationFn: ({ id }: Topic) => removeTopic(id),
    onError: tellFailure,
    onSuccess: (_gone, { name, description, examples, mode, tag, team }) => {
      const undo = () =>
        void createTopic({ name, description, examples, mode, tag, team }).then(readAgain).catch(tellFailure);
      offerUndo({ id: "topic", says: t`The topic ${name} was removed.`, undo });
      return readAgain();
    },
  });
}

export const useTry = () => useMutation({ mutationFn: tryText });
