/** What the rules as they are typed would have done; asked a moment after the last change, and never waited for. */

import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { countRules } from "../../api/rules";
import { useBuilder, useDraft } from "../book/BuilderContext";
import { documentOf } from "../document/book";
import { RULES_KEY } from "../useRules";

const PAUSE = 250;
const HOLDS_FOR = 5 * 60_000;

export function useCount(days: number) {
  const { rules } = useBuilder();
  const { book } = useDraft();
  const [asked] = useDebouncedValue(book, PAUSE);
  const document = documentOf(asked, rules.document.format);
  return useQuery({
    queryKey: [...RULES_KEY, "count", days, document],
    queryFn: ({ signal }) => countRules({ document, days }, signal),
    placeholderData: keepPreviousData,
    staleTime: HOLDS_FOR,
    gcTime: HOLDS_FOR,
    retry: false,
  });
}
