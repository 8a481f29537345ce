/** The versions of an article: who changed it when, what that did in words, and the way back to any of them. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, UnstyledButton } from "@mantine/core";
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type Article, fetchVersion, listVersions, restoreArticle, type Version } from "../../api/articles";
import { useMay } from "../../shell/useMay";
import { Ago } from "../../ui/Ago";
import { Bone } from "../../ui/Bone";
import { Failure } from "../../ui/Failure";
import { offerUndo, tellFailure } from "../../ui/notices";
import { storeArticle, versionsKey } from "../articles/useArticles";
import { ChangesView } from "../diff/ChangesView";
import { causeInWords } from "./causes";
import classes from "./Versions.module.css";

export function VersionsPanel({ article }: { article: Article }) {
  const [open, setOpen] = useState<number | null>(article.version);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: versionsKey(article.id),
    queryFn: ({ pageParam, signal }) => listVersions(article.id, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.has_more ? page.next_cursor : undefined),
  });
  const versions = data?.pages.flatMap((page) => page.data);
  return (
    <section className={classes.versions} aria-label={t`Versions`}>
      <h2>
        <Trans>Versions</Trans>
      </h2>
      {error && !versions && (
        <Failure problem={error} what={t`The versions could not be loaded.`} onRetry={() => void refetch()} />
      )}
      {!versions && !error && <Bone width="100%" height={120} />}
      <ol className={classes.list}>
        {versions?.map((version) => (
          <Entry
            key={version.number}
            article={article}
            version={version}
            open={open === version.number}
            onToggle={() => setOpen(open === version.number ? null : version.number)}
          />
        ))}
      </ol>
      {hasNextPage && (
        <Button variant="default" size="xs" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          <Trans>Show older</Trans>
        </Button>
      )}
    </section>
  );
}

interface EntryProps {
  article: Article;
  version: Version;
  open: boolean;
  onToggle: () => void;
}

function Entry({ article, version, open, onToggle }: EntryProps) {
  const { number } = version;
  const current = number === article.version;
  return (
    <li data-open={open || undefined}>
      <UnstyledButton className={classes.entry} aria-expanded={open} onClick={onToggle}>
        <span className={classes.who}>
          <strong>{version.author || "Baton"}</strong> {causeInWords(version.cause, version.number)}
        </span>
        <span className={classes.when}>
          {current ? t`Now` : t`Version ${number}`} · <Ago at={version.created_at} past />
        </span>
      </UnstyledButton>
      {open && <Changes article={article} version={version} current={current} />}
    </li>
  );
}

const A_VERSION_NEVER_CHANGES = Number.POSITIVE_INFINITY;

function useVersion(id: string, number: number) {
  return useQuery({
    queryKey: ["article version", id, number],
    queryFn: ({ signal }) => fetchVersion(id, number, signal),
    staleTime: A_VERSION_NEVER_CHANGES,
    enabled: number > 0,
  });
}

function Changes({ article, version, current }: { article: Article; version: Version; current: boolean }) {
  const mayWrite = useMay("knowledge.write");
  const { data: after, error, refetch } = useVersion(article.id, version.number);
  const { data: before } = useVersion(article.id, version.number - 1);
  if (error)
    return (
      <Failure problem={error} what={t`This version could not be loaded.`} onRetry={() => void refetch()} />
    );
  if (!after || (version.number > 1 && !before)) return <Bone width="100%" height={60} />;
  return (
    <div className={classes.changes}>
      {before ? (
        <ChangesView before={before.fields} after={after.fields} />
      ) : (
        <p className={classes.first}>
          <Trans>The article as it began.</Trans>
        </p>
      )}
      {!current && mayWrite && <RestoreButton article={article} number={version.number} />}
    </div>
  );
}

function RestoreButton({ article, number }: { article: Article; number: number }) {
  const client = useQueryClient();
  const restore = useMutation({
    mutationFn: (to: number) => restoreArticle(article.id, to),
    onSuccess: (restored, to) => {
      storeArticle(client, restored);
      if (to !== number) return;
      offerUndo({
        id: `restored-${article.id}`,
        says: t`The article is as in version ${number} again.`,
        undo: () => restore.mutate(article.version),
      });
    },
    onError: tellFailure,
  });
  return (
    <Button variant="default" size="xs" loading={restore.isPending} onClick={() => restore.mutate(number)}>
      <Trans>Go back to this version</Trans>
    </Button>
  );
}
