/** The composer, for the supervisor who has taken over. */

import { useThread } from "../../desk/DeskContext";
import type { ConversationDetail } from "../../desk/wire";
import { Composer } from "../../inbox/composer/Composer";
import { useDraft } from "../../inbox/composer/useDraft";
import { suggestionFor, useSuggestion } from "../../inbox/composer/useSuggestion";
import { GuardBar } from "../../inbox/thread/guard/GuardBar";

interface WritingProps {
  detail: ConversationDetail;
  meId: string;
  onJump: (seq: number) => void;
}

export default function Writing({ detail, meId, onJump }: WritingProps) {
  const thread = useThread(detail.id);
  const draft = useDraft(detail.id);
  useSuggestion(detail.id, thread, true);
  return (
    <>
      <GuardBar id={detail.id} thread={thread} draft={draft} meId={meId} onJump={onJump} />
      <Composer row={detail} draft={draft} suggestion={suggestionFor(detail.draft, thread)} />
    </>
  );
}
