/** The proposals as the server has them, and what is decided about them. */

import { t } from "@lingui/core/macro";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import {
  dismissProposal,
  listProposals,
  type Proposal,
  type ProposalState,
  type ProposedWords,
  publishProposal,
  reopenProposal,
} from "../../api/learning";
import { offerUndo, tell, tellFailure } from "../../ui/notices";

const PROPOSALS = ["proposals"] as const;

export function useProposals(state: ProposalState) {
  return useInfiniteQuery({
    queryKey: [...PROPOSALS, state],
    queryFn: ({ pageParam, signal }) => listProposals(state, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.has_more ? page.next_cursor : undefined),
    staleTime: 0,
  });
}

/** A decision changes the articles, the gaps and soon the bench too. */
export function useReadAllAgain(): () => void {
  const client = useQueryClient();
  return () => {
    for (const key of ["proposals", "gaps", "articles", "bench"]) {
      void client.invalidateQueries({ queryKey: [key] });
    }
  };
}

/** Only what somebody has put right goes along; lines that are still empty do not. */
export const settledWords = (words: ProposedWords): ProposedWords => ({
  ...words,
  questions: words.questions.map((question) => question.trim()).filter(Boolean),
});

export function usePublish() {
  const readAgain = useReadAllAgain();
  return useMutation({
    mutationFn: ({ id, words }: { id: string; words: ProposedWords }) =>
      publishProposal(id, settledWords(words)),
    onSuccess: ({ title }) => {
      tell(t`Published. The assistant knows “${title}” now.`);
      readAgain();
    },
  });
}

export function useTakeUp() {
  const readAgain = useReadAllAgain();
  return useMutation({
    mutationFn: (proposal: Pick<Proposal, "id">) => reopenProposal(proposal.id),
    onSuccess: readAgain,
    onError: tellFailure,
  });
}

export function useDismissProposal() {
  const readAgain = useReadAllAgain();
  const takeUp = useTakeUp();
  return useMutation({
    mutationFn: (proposal: Proposal) => dismissProposal(proposal.id),
    onSuccess: (_, proposal) => {
      readAgain();
      offerUndo({
        id: `dismissed-${proposal.id}`,
        says: t`Dismissed.`,
        undo: () => takeUp.mutate(proposal),
      });
    },
    onError: tellFailure,
  });
}
