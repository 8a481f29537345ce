/** What a reviewer fills in: kept on the server a moment after each change, until it is done. */

import { useEffect, useRef, useState } from "react";
import { type Assessment, type Question, saveAssessment } from "../../api/assessments";
import { answered, asAnswers, nextOpen, questionsOf, told } from "../answering";

const KEPT_AFTER = 1_500;

export interface Filling {
  questions: Question[];
  answers: ReturnType<typeof asAnswers>;
  comment: string;
  here: Question | null;
  choose: (question: Question, value: string) => void;
  note: (question: Question, note: string) => void;
  quote: (question: Question, seq: number | null) => void;
  say: (comment: string) => void;
  go: (question: Question) => void;
  step: (by: number) => void;
  /** What would be sent. */
  said: () => { answers: ReturnType<typeof told>; comment: string };
  /** Nothing of it is kept any more: it is being finished. */
  settle: () => void;
}

/** `keeps` while it is open and the reader fills it in. */
export function useFilling(one: Assessment, keeps: boolean): Filling {
  const questions = questionsOf(one.sections);
  const [answers, setAnswers] = useState(() => asAnswers(one.answers));
  const [comment, setComment] = useState(one.comment);
  const [at, setAt] = useState(() => nextOpen(questions, answers, -1) ?? 0);
  const changed = useRef(false);
  useEffect(() => {
    if (!keeps || !changed.current) return;
    const timer = setTimeout(() => {
      // What fails here is said when it is finished: until then nothing is lost, it stands on the page.
      void saveAssessment(one.id, { answers: told(answers), comment, done: false }).catch(() => undefined);
    }, KEPT_AFTER);
    return () => clearTimeout(timer);
  }, [keeps, one.id, answers, comment]);
  const change = (next: typeof answers) => {
    changed.current = true;
    setAnswers(next);
  };
  return {
    questions,
    answers,
    comment,
    here: questions[at] ?? null,
    choose: (question, value) => {
      const next = answered(answers, question.id, { value });
      change(next);
      setAt(nextOpen(questions, next, questions.indexOf(question)) ?? questions.indexOf(question));
    },
    note: (question, note) => change(answered(answers, question.id, { note })),
    quote: (question, quote_seq) => change(answered(answers, question.id, { quote_seq })),
    say: (words) => {
      changed.current = true;
      setComment(words);
    },
    go: (question) => setAt(questions.indexOf(question)),
    step: (by) => setAt(Math.min(questions.length - 1, Math.max(0, at + by))),
    said: () => ({ answers: told(answers), comment }),
    settle: () => {
      changed.current = false;
    },
  };
}
