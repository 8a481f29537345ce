/** Puts a customer's message on the test bench, with what came of it as what should come. */

import { t } from "@lingui/core/macro";
import { addCaseOf } from "../../api/learning";
import { expectedInWords } from "../../knowledge/bench/words";
import { tell, tellFailure } from "../../ui/notices";

export const toBench = (conversationId: string, askedSeq: number): Promise<void> =>
  addCaseOf(conversationId, askedSeq).then(
    (made) => tell(t`On the test bench now. What should come: ${expectedInWords(made)}.`),
    tellFailure,
  );
