/** The draft while somebody works on it: every step can be undone, and what changed is saved a moment later. */

import { isConflict, isMissing } from "../../api/problems";
import {
  type Difference,
  discardDraft,
  fetchDraft,
  publishDraft,
  type RuleDraft,
  type RuleProblem,
  type RulesInForce,
  type RuleVersion,
  type RuleWarning,
  saveDraft,
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

export interface DraftState {
  book: Book;
  /** Null while there is no draft. */
  saved: Pick<RuleDraft, "revision" | "changed_at" | "changed_by" | "based_on"> | null;
  saving: Saving;
  failure: unknown;
  /** Somebody else saved another draft meanwhile. */
  theirs: RuleDraft | null;
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

export class Keeper {
  readonly state: Cell<DraftState>;
  private readonly format: number;
  private past: Step[] = [];
  private future: Book[] = [];
  private timer: ReturnType<typeof setTimeout> | null = null;
  private running: Promise<void> | null = null;
  private stopped = false;

  constructor(rules: RulesInForce) {
    this.format = rules.document.format;
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

  /** Their draft in the place of mine; mine can be had back by undo. */
  takeTheirs(): void {
    const { theirs, book } = this.state.get();
    if (!theirs) return;
    this.past.push({ book, about: null, at: 0 });
    this.future = [];
    this.hold(theirs, bookOf(theirs.document, book));
  }

  /** Mine over theirs. */
  keepMine(): Promise<void> {
    const { theirs } = this.state.get();
    if (!theirs) return Promise.resolve();
    this.tell({ saved: theirs, theirs: null, saving: "waiting" });
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
    this.forget(bookOf(rules.document, this.book));
  }

  /** Puts the draft in force, after all of it is saved. */
  async publish(note: string): Promise<RuleVersion> {
    await this.flush();
    const { saved, failure, theirs } = this.state.get();
    if (theirs) throw new Error("Somebody else changed the draft meanwhile.");
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

  private halt(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  private wait(pause: number): void {
    this.halt();
    if (!this.stopped && this.unsaved) this.timer = setTimeout(() => void this.begin(), pause);
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
      });
      this.tell({ saved: draft, checked: draft, saving: this.book === book ? "saved" : "waiting" });
    } catch (problem) {
      await this.fail(problem);
    }
    this.running = null;
    this.wait(this.state.get().saving === "failed" ? AGAIN : PAUSE);
  }

  private async fail(problem: unknown): Promise<void> {
    const theirs = isConflict(problem) ? await fetchDraft().catch(() => null) : null;
    this.tell(theirs ? { theirs, saving: "waiting" } : { saving: "failed", failure: problem });
  }

  private hold(draft: RuleDraft, book: Book): void {
    this.tell({ book, saved: draft, checked: draft, saving: "saved", failure: null, theirs: null });
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
