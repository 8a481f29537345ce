/** Days off for every team: each change is saved at once and can be taken back. */

import { t } from "@lingui/core/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { fetchHolidays, type Holiday, putHolidays } from "../../api/hours";
import { Bone } from "../../ui/Bone";
import { Failure } from "../../ui/Failure";
import { offerUndo, tellFailure } from "../../ui/notices";
import { Section } from "../../ui/Section";
import { Fields } from "../Fields";
import { Holidays } from "./Holidays";

const KEY = ["holidays"] as const;

function useHolidays() {
  const client = useQueryClient();
  const query = useQuery({ queryKey: KEY, queryFn: ({ signal }) => fetchHolidays(signal) });
  const show = (holidays: Holiday[]) => client.setQueryData(KEY, { holidays });
  const before = query.data?.holidays ?? [];
  const { mutate } = useMutation({
    mutationFn: ({ holidays }: { holidays: Holiday[]; says: string }) => putHolidays(holidays),
    onMutate: ({ holidays }) => {
      show(holidays);
      return before;
    },
    onSuccess: (saved, { says }, old) => {
      client.setQueryData(KEY, saved);
      const undo = () => void putHolidays(old).then((stored) => show(stored.holidays), tellFailure);
      offerUndo({ id: "undo-holidays", says, undo });
    },
    onError: (problem, _asked, old) => {
      if (old) show(old);
      tellFailure(problem);
    },
  });
  return { query, save: (holidays: Holiday[], says: string) => mutate({ holidays, says }) };
}

export function CompanyHolidays() {
  const { query, save } = useHolidays();
  return (
    <Section
      title={t`Days off for everybody`}
      says={t`On these days no team is at work. Saved as soon as you add one.`}
    >
      {query.data ? (
        <Fields>
          <Holidays
            holidays={query.data.holidays}
            empty={t`None yet. Add the public holidays on which nobody answers.`}
            onChange={save}
          />
        </Fields>
      ) : query.error ? (
        <Failure
          problem={query.error}
          what={t`The days off could not be loaded.`}
          onRetry={() => void query.refetch()}
        />
      ) : (
        <Bone width="100%" height={80} />
      )}
    </Section>
  );
}
