/** The draft while somebody works on it: every step can be undone, and what changed is saved a moment later. */

import { t } from "@lingui/core/macro";
import { Problem } from "../../api/client";
import { isConflict, isMissing } from "../../api/problems";
import {
  type Difference,
  discardDraft,
  fetchRules,
  publishDraft,
  type Rule,
  type RuleDocument,
  type RuleDraft,
  type RuleProblem,
  type RulesInForce,
  type RuleVersion,
  type RuleWarning,
  saveDraft,
  type Words,
} from "../../api/rules";
import { Cell } from "../../desk/cell";
import { type Book, bookOf, documentOf } from "./book";

const PAUSE = 600;
const SAME_STEP = 1_500;
const AGAIN = 4_000;
const MOST_STEPS = 100;

export type Saving = "saved" | "waiting" | "saving" | "failed";

/** What the server said about the document that it holds. */
export interface Checked {
  problems: readonly RuleProblem[];
  warnings: readonly RuleWarning[];
  diff: readonly Difference[];
}

/** What somebody else saved or published since this page looked. */
export interface Theirs {
  by: string;
  at: string | null;
  /** The version in force now. */
  version: number;
  document: RuleDocument;
  /** Null where there is no draft any more, but a version of theirs or the old one. */
  draft: RuleDraft | null;
}

export interface DraftState {
  book: Book;
  /** Null while there is no draft. */
  saved: Pick<RuleDraft, "revision" | "changed_at" | "changed_by" | "changed_by_id" | "based_on"> | null;
  saving: Saving;
  failure: unknown;
  theirs: Theirs | null;
  checked: Checked;
  canUndo: boolean;
  canRedo: boolean;
}

interface Step {
  book: Book;
  /** What the step was about, so that typing one word is one step. */
  about: string | null;
  at: number;
}

const NOTHING: Checked = { problems: [], warnings: [], diff: [] };

async function findTheirs(): Promise<Theirs> {
  const { draft, version, document, published_at, published_by } = await fetchRules();
  if (draft) return { by: draft.changed_by, at: draft.changed_at, version, document: draft.document, draft };
  return { by: published_by, at: published_at, version, document, draft };
}

export class Keeper {
  readonly state: Cell<DraftState>;
  private readonly format: number;
  private version: number;
  /** The server's words for rules as they are. */
  private readonly words = new WeakMap<Rule, Words[]>();
  private past: Step[] = [];
  private future: Book[] = [];
  private timer: ReturnType<typeof setTimeout> | null = null;
  private running: Promise<void> | null = null;
  private stopped = false;

  constructor(rules: RulesInForce) {
    this.format = rules.document.format;
    this.version = rules.version;
    const { draft } = rules;
    this.state = new Cell<DraftState>({
      book: bookOf(draft?.document ?? rules.document),
      saved: draft,
      saving: "saved",
      failure: null,
      theirs: null,
      checked: draft ?? NOTHING,
      canUndo: false,
      canRedo: false,
    });
    this.learn(this.book, draft ? draft.sentences : rules.rules);
  }

  /** The sentence that the server made of this very rule; null while it is not saved. */
  sentenceOf(rule: Rule): readonly Words[] | null {
    return this.words.get(rule) ?? null;
  }

  get book(): Book {
    return this.state.get().book;
  }

  /** Another book in the place of this one; steps about the same thing that follow at once are one. */
  change(book: Book, about: string | null = null): void {
    if (book === this.book) return;
    const now = Date.now();
    const last = this.past.at(-1);
    const goesOn = about !== null && last?.about === about && now - last.at < SAME_STEP;
    if (goesOn) last.at = now;
    else this.past = [...this.past.slice(-MOST_STEPS), { book: this.book, about, at: now }];
    this.future = [];
    this.show(book);
  }

  undo(): void {
    const step = this.past.pop();
    if (!step) return;
    this.future.push(this.book);
    this.show(step.book);
  }

  redo(): void {
    const book = this.future.pop();
    if (!book) return;
    this.past.push({ book: this.book, about: null, at: 0 });
    this.show(book);
  }

  /** Saves at once what waits, and what changes meanwhile. */
  async flush(): Promise<void> {
    this.halt();
    while (this.running) await this.running;
    if (!this.unsaved) return;
    await this.begin();
    if (this.state.get().saving === "waiting") await this.flush();
  }

  /** The page is there; what waits is saved by itself. */
  start(): void {
    this.stopped = false;
    this.wait(PAUSE);
  }

  /** The page goes: what waits is saved at once, and nothing later. */
  stop(): Promise<void> {
    this.stopped = true;
    return this.flush();
  }

  /** Their rules in the place of mine; mine can be had back by undo. */
  takeTheirs(): void {
    const { theirs, book } = this.state.get();
    if (!theirs) return;
    this.past.push({ book, about: null, at: 0 });
    this.future = [];
    this.version = theirs.version;
    const { draft, document } = theirs;
    const taken = bookOf(document, book);
    if (draft) this.learn(taken, draft.sentences);
    this.tell({
      book: taken,
      saved: draft,
      checked: draft ?? NOTHING,
      saving: "saved",
      failure: null,
      theirs: null,
    });
  }

  /** Mine over theirs. */
  keepMine(): Promise<void> {
    const { theirs } = this.state.get();
    if (!theirs) return Promise.resolve();
    this.version = theirs.version;
    this.tell({ saved: theirs.draft, theirs: null, saving: "waiting" });
    return this.flush();
  }

  /** Back to what is in force; the way back to the draft is undo. */
  async discard(rules: RulesInForce): Promise<void> {
    this.halt();
    while (this.running) await this.running;
    if (this.state.get().saved) {
      await discardDraft().catch((problem: unknown) => {
        if (!isMissing(problem)) throw problem;
      });
    }
    this.past.push({ book: this.book, about: null, at: 0 });
    this.future = [];
    const book = bookOf(rules.document, this.book);
    this.learn(book, rules.rules);
    this.forget(book);
  }

  /** Puts the draft in force, after all of it is saved. */
  async publish(note: string): Promise<RuleVersion> {
    await this.flush();
    const { saved, failure, theirs } = this.state.get();
    if (theirs) throw new Error(t`Somebody else changed the draft meanwhile.`);
    if (failure) throw failure;
    const version = await publishDraft({ revision: saved?.revision ?? 0, note });
    this.past = [];
    this.future = [];
    this.forget(this.book);
    return version;
  }

  private forget(book: Book): void {
    this.tell({ book, saved: null, saving: "saved", failure: null, theirs: null, checked: NOTHING });
  }

  private show(book: Book): void {
    this.tell({ book, saving: this.state.get().saving === "saving" ? "saving" : "waiting" });
    if (this.running === null) this.wait(PAUSE);
  }

  private get unsaved(): boolean {
    const { saving, theirs } = this.state.get();
    return theirs === null && (saving === "waiting" || saving === "failed");
  }

  /** The same request would fail again: what is wrong is told, and the next change tries anew. */
  private get hopeless(): boolean {
    const { saving, failure } = this.state.get();
    return saving === "failed" && failure instanceof Problem && !failure.passing;
  }

  private halt(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  private wait(pause: number): void {
    this.halt();
    if (!this.stopped && this.unsaved && !this.hopeless)
      this.timer = setTimeout(() => void this.begin(), pause);
  }

  private begin(): Promise<void> {
    this.running ??= this.save();
    return this.running;
  }

  private async save(): Promise<void> {
    const { book, saved } = this.state.get();
    this.tell({ saving: "saving", failure: null });
    try {
      const draft = await saveDraft({
        document: documentOf(book, this.format),
        revision: saved?.revision ?? 0,
        based_on: saved?.based_on ?? this.version,
      });
      this.learn(book, draft.sentences);
      this.tell({ saved: draft, checked: draft, saving: this.book === book ? "saved" : "waiting" });
    } catch (problem) {
      await this.fail(problem);
    }
    this.running = null;
    this.wait(this.state.get().saving === "failed" ? AGAIN : PAUSE);
  }

  private async fail(problem: unknown): Promise<void> {
    const theirs = isConflict(problem) ? await findTheirs().catch(() => null) : null;
    this.tell(theirs ? { theirs, saving: "waiting" } : { saving: "failed", failure: problem });
  }

  private learn(book: Book, sentences: readonly ({ parts: Words[] } | null)[]): void {
    book.forEach(({ rule }, place) => {
      const parts = sentences[place]?.parts;
      if (parts) this.words.set(rule, parts);
    });
  }

  private tell(change: Partial<DraftState>): void {
    this.state.change((state) => ({
      ...state,
      ...change,
      canUndo: this.past.length > 0,
      canRedo: this.future.length > 0,
    }));
  }
}
