/** An article that is not there yet. */

import { t } from "@lingui/core/macro";
import { Redirect } from "wouter";
import { useMay } from "../../shell/useMay";
import { SaveBar } from "../../ui/SaveBar";
import { ARTICLES } from "../addresses";
import { useFacets } from "../articles/useArticles";
import { CheckBeforePublishing } from "../bench/CheckBeforePublishing";
import { TestPanel } from "../testing/TestPanel";
import { ArticleForm } from "./ArticleForm";
import classes from "./Editor.module.css";
import { EditorFrame } from "./EditorFrame";
import { hindranceOf } from "./hindrance";
import { Preview } from "./Preview";
import { settled, useNewArticle } from "./useEditor";

export function NewPage() {
  const facets = useFacets().data;
  const { draft, save } = useNewArticle(facets?.languages[0]?.value ?? "en");
  const whole = { ...draft.fields, ...settled(draft.fields) };
  if (!useMay("knowledge.write")) return <Redirect to={ARTICLES} replace />;
  return (
    <EditorFrame
      title={draft.fields.title || t`New article`}
      says={t`One subject, a plain answer first, the details after it.`}
      side={
        <>
          <Preview fields={draft.fields} />
          <TestPanel
            inside
            questions={draft.fields.questions}
            trying={hindranceOf(draft.fields) ? null : { article_id: "", draft: whole }}
          />
        </>
      }
    >
      <ArticleForm fields={draft.fields} onChange={draft.change} problem={save.error} fresh />
      {draft.changed && (
        <div className={classes.check}>
          <CheckBeforePublishing
            change={() => ({ fields: whole })}
            disabled={hindranceOf(draft.fields) !== null}
          />
        </div>
      )}
      <SaveBar
        shown={draft.changed}
        busy={save.isPending}
        problem={save.error}
        fields={["title", "body", "questions", "valid_until", "tags"]}
        hindrance={hindranceOf(draft.fields)}
        onSave={() => save.mutate()}
        onDiscard={() => {
          draft.reset();
          save.reset();
        }}
      />
    </EditorFrame>
  );
}
