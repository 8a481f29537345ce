/** How it was, asked once the conversation is over: five faces with their words, how easy, and why. */

import { useEffect, useRef, useState } from "preact/hooks";
import type { Thread } from "../shared/thread";
import type { View } from "./conversation";
import { type Rating, rate, type SurveyAsked, surveyAway, surveyNow } from "./courier";
import { CrossMark } from "./marks";
import { say } from "./words/words";

const STEPS = [1, 2, 3, 4, 5] as const;
type Step = (typeof STEPS)[number];
/** Who only chooses a face has answered, too: it is kept once they stay with one. */
const KEPT_AFTER = 1_500;
const LONGEST = 2_000;
const NOTHING: Rating = { satisfaction: null, effort: null, comment: "" };

/** The place of the log where the conversation ended; null while it goes on. */
export function endOf(thread: Thread): number | null {
  if (thread.status !== "resolved") return null;
  const ended = thread.events.findLast(
    (event) => event.type === "status.changed" && event.data.status === "resolved" && !event.data.notice,
  );
  return ended?.seq ?? null;
}

function useVisible(): boolean {
  const [visible, setVisible] = useState(document.visibilityState === "visible");
  useEffect(() => {
    const look = () => setVisible(document.visibilityState === "visible");
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, []);
  return visible;
}

/** The question counts as asked from here on, so it is fetched only for somebody who can see it. */
function useAsked(view: View): [SurveyAsked | null, (survey: SurveyAsked | null) => void] {
  const [asked, setAsked] = useState<SurveyAsked | null>(null);
  const visible = useVisible();
  const { thread, shown, caughtUp, link } = view;
  const end = caughtUp ? endOf(thread) : null;
  const ready = end !== null && shown && visible && link === "open";
  useEffect(() => {
    if (end === null) setAsked(null);
    if (!ready) return;
    const leaving = new AbortController();
    void surveyNow(leaving.signal).then((survey) => !leaving.signal.aborted && setAsked(survey));
    return () => leaving.abort();
  }, [end, ready]);
  return [end === null ? null : asked, setAsked];
}

export function Survey({ view }: { view: View }) {
  const [asked, setAsked] = useAsked(view);
  if (!asked) return null;
  const close = () => {
    if (asked.given === null) void surveyAway(asked.id);
    setAsked(null);
  };
  return <Card key={asked.id} asked={asked} onClose={close} />;
}

interface CardProps {
  asked: SurveyAsked;
  onClose: () => void;
}

function Card({ asked, onClose }: CardProps) {
  const [draft, setDraft] = useState<Rating>(asked.given ?? NOTHING);
  const [thanked, setThanked] = useState(asked.given !== null);
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);
  const keeping = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  /** Words are sent with the button alone. */
  const sent = useRef(draft.comment);
  const thanks = useRef<HTMLParagraphElement>(null);
  useEffect(() => () => clearTimeout(keeping.current), []);

  function change(part: Partial<Rating>): void {
    const next = { ...draft, ...part };
    setDraft(next);
    clearTimeout(keeping.current);
    if (part.comment === undefined && next.satisfaction !== null)
      keeping.current = setTimeout(() => void rate(asked.id, { ...next, comment: sent.current }), KEPT_AFTER);
  }

  async function send(): Promise<void> {
    clearTimeout(keeping.current);
    setBusy(true);
    const answer = await rate(asked.id, { ...draft, comment: draft.comment.trim() });
    setBusy(false);
    if ("problem" in answer) return setProblem(answer.problem);
    sent.current = answer.survey.given?.comment ?? "";
    setProblem("");
    setThanked(true);
    requestAnimationFrame(() => thanks.current?.focus());
  }

  return (
    <section class="survey" aria-label={say("surveyQuestion")}>
      <button
        type="button"
        class="icon-button survey-close"
        aria-label={thanked ? say("dismiss") : say("surveyLater")}
        onClick={onClose}
      >
        <CrossMark />
      </button>
      {thanked ? (
        <p class="survey-thanks" role="status" tabIndex={-1} ref={thanks}>
          {say("surveyThanks")}{" "}
          <button type="button" class="ways-toggle" onClick={() => setThanked(false)}>
            {say("change")}
          </button>
        </p>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <Scale
            name="satisfaction"
            legend={say("surveyQuestion")}
            label={(step) => say(`satisfied${step}`)}
            chosen={draft.satisfaction}
            onChoose={(satisfaction) => change({ satisfaction })}
            faces
          />
          {draft.satisfaction !== null && (
            <>
              {asked.asks.includes("effort") && (
                <Scale
                  name="effort"
                  legend={say("surveyEase")}
                  label={(step) => say(`ease${step}`)}
                  chosen={draft.effort}
                  onChoose={(effort) => change({ effort })}
                />
              )}
              <label class="survey-comment">
                <span>{say("surveyComment")}</span>
                <textarea
                  rows={2}
                  dir="auto"
                  maxLength={LONGEST}
                  value={draft.comment}
                  onInput={({ currentTarget }) => change({ comment: currentTarget.value })}
                />
              </label>
              {problem && (
                <p class="ways-problem" role="alert">
                  {problem}
                </p>
              )}
              <button type="submit" class="card-send" disabled={busy}>
                {say("send")}
              </button>
            </>
          )}
        </form>
      )}
    </section>
  );
}

interface ScaleProps {
  name: string;
  legend: string;
  label: (step: Step) => string;
  chosen: number | null;
  onChoose: (step: Step) => void;
  faces?: boolean;
}

/** Five radio buttons, so that arrows choose and screen readers count them; the words say all that a face does. */
function Scale({ name, legend, label, chosen, onChoose, faces = false }: ScaleProps) {
  return (
    <fieldset class="scale">
      <legend>{legend}</legend>
      <div class="scale-steps">
        {STEPS.map((step) => (
          <label key={step} class="scale-step">
            <input
              type="radio"
              class="visually-hidden"
              name={`survey-${name}`}
              value={step}
              checked={chosen === step}
              onChange={() => onChoose(step)}
            />
            {faces && <Face step={step} />}
            <span>{label(step)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const MOUTHS: Record<Step, string> = {
  1: "M9.5 21.5q4.5-6 9 0",
  2: "M10 20.5q4-3 8 0",
  3: "M10 19.5h8",
  4: "M10 18.5q4 3.5 8 0",
  5: "M9.5 17.5q4.5 7 9 0z",
};

function Face({ step }: { step: Step }) {
  return (
    <svg class="mark" width={28} height={28} viewBox="0 0 28 28" fill="none" aria-hidden="true">
      <circle cx="14" cy="14" r="12" stroke="currentColor" stroke-width="1.6" />
      <circle cx="10" cy="11.5" r="1.4" fill="currentColor" />
      <circle cx="18" cy="11.5" r="1.4" fill="currentColor" />
      <path d={MOUTHS[step]} stroke="currentColor" stroke-width="1.6" stroke-linecap="round" />
    </svg>
  );
}
