/** Tells the desk how far the customer has seen the log: the panel is open, and the page is looked at. */

const SETTLES_AFTER = 500;

export class Seen {
  private readonly tell: (seq: number) => boolean;
  private told = 0;
  private highest = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** `tell` says whether it could; what it could not tell is told after the next look. */
  constructor(tell: (seq: number) => boolean) {
    this.tell = tell;
  }

  /** The log up to here is in front of the reader. */
  look(seq: number): void {
    this.highest = Math.max(this.highest, seq);
    if (this.highest <= this.told) return;
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      if (this.tell(this.highest)) this.told = this.highest;
    }, SETTLES_AFTER);
  }

  /** Another conversation has a log of its own. */
  beginAnew(): void {
    this.stop();
    this.told = 0;
    this.highest = 0;
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}
