/** The settings as the server has them, and the two ways to change them. */

import { type UseMutationResult, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { changeWorkspace, fetchWorkspace, type Workspace, type WorkspaceSettings } from "../api/workspace";
import { useDesk } from "../desk/DeskContext";
import type { Desk } from "../desk/desk";
import { offerUndo, tellFailure } from "../ui/notices";

export const workspaceKey = ["workspace"] as const;

export function useWorkspaceQuery() {
  return useQuery({ queryKey: workspaceKey, queryFn: ({ signal }) => fetchWorkspace(signal) });
}

const LOOK_EVERY = 5_000;

/** Ask again while somebody watches whether the widget is seen. */
export function useLiveWorkspace(): void {
  useQuery({
    queryKey: workspaceKey,
    queryFn: ({ signal }) => fetchWorkspace(signal),
    refetchInterval: LOOK_EVERY,
  });
}

/** The rail and the titles show the company too. */
function showInShell(desk: Desk, workspace: Workspace): void {
  const { name, accent, logo_url, requires_totp } = workspace;
  desk.me.change((me) => ({
    ...me,
    company: { ...me.company, name, accent },
    workspace: { ...me.workspace, name, accent, logo_url, requires_totp },
  }));
}

/** What every call has to do that answers with the workspace as it is now. */
export function useStoreWorkspace(): (workspace: Workspace) => void {
  const client = useQueryClient();
  const desk = useDesk();
  return (workspace) => {
    client.setQueryData(workspaceKey, workspace);
    showInShell(desk, workspace);
  };
}

export type Change = Partial<WorkspaceSettings>;

/** For a save bar: the caller says what came of it. */
export function useChangeWorkspace(): UseMutationResult<Workspace, Error, Change> {
  const store = useStoreWorkspace();
  return useMutation({ mutationFn: changeWorkspace, onSuccess: store });
}

function before(workspace: Workspace, change: Change): Change {
  return Object.fromEntries(
    (Object.keys(change) as (keyof Change)[]).map((name) => [name, workspace[name]]),
  ) as Change;
}

/** For what is safe: shown and saved at once, and the notice takes it back. */
export function useSaveAtOnce(workspace: Workspace) {
  const client = useQueryClient();
  const store = useStoreWorkspace();
  const { mutate, error, variables } = useMutation({
    mutationFn: ({ change }: { change: Change; says: string }) => changeWorkspace(change),
    onMutate: ({ change }) => {
      client.setQueryData<Workspace>(workspaceKey, (known) => known && { ...known, ...change });
      return before(workspace, change);
    },
    onSuccess: (saved, { change, says }, old) => {
      store(saved);
      offerUndo({
        id: `undo-${Object.keys(change).join()}`,
        says,
        undo: () => void changeWorkspace(old).then(store, tellFailure),
      });
    },
    onError: (_problem, _asked, old) =>
      client.setQueryData<Workspace>(workspaceKey, (known) => known && { ...known, ...old }),
  });
  return {
    save: (change: Change, says: string) => mutate({ change, says }),
    /** What was wrong with the last try, and with which fields. */
    problem: error,
    tried: variables?.change ?? {},
  };
}
