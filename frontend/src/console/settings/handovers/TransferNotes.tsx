/** Whether who passes a conversation on has to say why. */

import { t } from "@lingui/core/macro";
import { Switch } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { fetchHandoverSettings, handingKeys, setHandoverSettings } from "../../api/handing";
import { useMay } from "../../shell/useMay";
import { Failure } from "../../ui/Failure";
import { FormProblem } from "../../ui/FormProblem";

export function TransferNotes() {
  const client = useQueryClient();
  const mayChange = useMay("settings.manage");
  const { data, error, refetch } = useQuery({
    queryKey: handingKeys.settings,
    queryFn: ({ signal }) => fetchHandoverSettings(signal),
  });
  const keep = useMutation({
    mutationFn: (needed: boolean) => setHandoverSettings({ transfer_needs_note: needed }),
    onSuccess: (kept) => client.setQueryData(handingKeys.settings, kept),
  });
  if (error && !data) {
    return <Failure problem={error} what={t`This could not be loaded.`} onRetry={() => void refetch()} />;
  }
  return (
    <>
      <Switch
        label={t`Ask for a note with every transfer`}
        description={t`Whoever gets the conversation reads it first. Customers never see it.`}
        checked={keep.isPending ? keep.variables : (data?.transfer_needs_note ?? false)}
        disabled={!data || !mayChange || keep.isPending}
        onChange={(event) => keep.mutate(event.currentTarget.checked)}
      />
      <FormProblem problem={keep.error} />
    </>
  );
}
