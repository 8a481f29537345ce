/** Another window as postMessage sees it: it keeps what it was told, and for which origin. */

export class FakeWindow {
  readonly got: unknown[] = [];

  postMessage(message: unknown, origin: string): void {
    this.got.push([message, origin]);
  }
}
