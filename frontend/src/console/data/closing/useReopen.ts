/** Opens a workspace again that is closing, and lets every page know. */

import { t } from "@lingui/core/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { reopenWorkspace } from "../../api/workspace";
import { useDesk } from "../../desk/DeskContext";
import { workspaceKey } from "../../settings/workspace";
import { tell } from "../../ui/notices";

export function useReopen() {
  const client = useQueryClient();
  const desk = useDesk();
  return useMutation({
    mutationFn: reopenWorkspace,
    onSuccess: () => {
      desk.me.change((me) => ({ ...me, workspace: { ...me.workspace, closing_at: null } }));
      void client.invalidateQueries({ queryKey: workspaceKey });
      tell(t`The workspace is open again.`);
    },
  });
}
