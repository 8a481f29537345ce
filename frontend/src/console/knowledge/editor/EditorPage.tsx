/** One article: written at the left, seen at the right, with its versions and a way to remove it. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { ActionIcon, Button, Menu } from "@mantine/core";
import { useState } from "react";
import { Link, useLocation } from "wouter";
import type { Article } from "../../api/articles";
import { isMissing } from "../../api/problems";
import { MoreIcon } from "../../shell/icons";
import { useMay } from "../../shell/useMay";
import { Ago } from "../../ui/Ago";
import { Bone } from "../../ui/Bone";
import { Empty } from "../../ui/Empty";
import { Failure } from "../../ui/Failure";
import { SaveBar } from "../../ui/SaveBar";
import { ARTICLES } from "../addresses";
import { healthInWords } from "../articles/standing";
import { useArticle, useRemove } from "../articles/useArticles";
import { CheckBeforePublishing } from "../bench/CheckBeforePublishing";
import { TestPanel } from "../testing/TestPanel";
import { ArticleForm } from "./ArticleForm";
import classes from "./Editor.module.css";
import { EditorFrame } from "./EditorFrame";
import { hindranceOf } from "./hindrance";
import { Overtaken } from "./Overtaken";
import { Preview } from "./Preview";
import { isChangedElsewhere, settled, useEditor } from "./useEditor";
import { VersionsPanel } from "./VersionsPanel";

export function EditorPage({ id }: { id: string }) {
  const { data: article, error, refetch } = useArticle(id);
  if (article) return <Editor article={article} />;
  return (
    <EditorFrame title={t`Article`} side={null}>
      {error && isMissing(error) && <Missing />}
      {error && !isMissing(error) && (
        <Failure problem={error} what={t`The article could not be loaded.`} onRetry={() => void refetch()} />
      )}
      {!error && <EditorSkeleton />}
    </EditorFrame>
  );
}

function Missing() {
  return (
    <Empty title={t`This article is not here any more`}>
      <p>
        <Trans>It may have been removed. For 30 days a removed article can be brought back.</Trans>
      </p>
      <Button component={Link} href={`${ARTICLES}?state=removed`} variant="default" size="xs">
        <Trans>Look among the removed</Trans>
      </Button>
    </Empty>
  );
}

function EditorSkeleton() {
  return (
    <div className={classes.form} aria-busy="true">
      <Bone width="100%" height={36} />
      <Bone width="100%" height={260} />
      <Bone width="100%" height={120} />
    </div>
  );
}

function Editor({ article }: { article: Article }) {
  const mayWrite = useMay("knowledge.write");
  const [history, setHistory] = useState(false);
  const { draft, change, save, overtaken, goOn } = useEditor(article);
  const { fields } = draft;
  const { version } = article;
  const health = healthInWords(article);
  const whole = { ...fields, ...settled(fields) };
  const hindrance = overtaken ? t`Look first at what somebody else changed.` : hindranceOf(fields);
  return (
    <EditorFrame
      title={fields.title || t`Without a title`}
      says={
        <Trans>
          Version {version}, changed <Ago at={article.updated_at} past />. {health}
        </Trans>
      }
      actions={
        <>
          <Button variant="default" aria-pressed={history} onClick={() => setHistory(!history)}>
            {history ? t`Preview` : t`Versions`}
          </Button>
          {mayWrite && <EditorMenu article={article} />}
        </>
      }
      side={
        <>
          {history ? <VersionsPanel article={article} /> : <Preview fields={fields} />}
          <TestPanel
            inside
            questions={newestFirst(fields.questions, article)}
            trying={draft.changed && !hindranceOf(fields) ? { article_id: article.id, draft: whole } : null}
          />
        </>
      }
    >
      {overtaken && (
        <Overtaken
          before={overtaken}
          now={article}
          typed={draft.changes}
          said={isChangedElsewhere(save.error) ? save.error.message : null}
          onGoOn={goOn}
          onDrop={draft.reset}
        />
      )}
      <ArticleForm fields={fields} onChange={change} problem={save.error} readOnly={!mayWrite} />
      {draft.changed && (
        <div className={classes.check}>
          <CheckBeforePublishing
            change={() => ({ article_id: article.id, fields: settled(draft.changes) })}
            disabled={hindrance !== null}
          />
        </div>
      )}
      <SaveBar
        shown={draft.changed}
        busy={save.isPending}
        problem={overtaken ? null : save.error}
        fields={["title", "body", "questions", "valid_until", "tags"]}
        hindrance={hindrance}
        onSave={() => save.mutate()}
        onDiscard={() => {
          draft.reset();
          save.reset();
        }}
      />
    </EditorFrame>
  );
}

/** What to try: the questions that were just written, then those that were there. */
function newestFirst(written: readonly string[], { questions, title }: Article): string[] {
  const fresh = written.filter((question) => !questions.includes(question));
  return [...fresh, ...written.filter((question) => questions.includes(question)), title];
}

function EditorMenu({ article }: { article: Article }) {
  const [, go] = useLocation();
  const remove = useRemove();
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon
          variant="default"
          size={36}
          aria-label={t`More about this article`}
          loading={remove.isPending}
        >
          <MoreIcon />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => remove.mutate(article, { onSuccess: () => go(ARTICLES) })}>
          <Trans>Remove the article</Trans>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
