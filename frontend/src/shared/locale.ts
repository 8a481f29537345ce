/** How dates and numbers are written where nobody says: as the browser does, until the page speaks a language of its own. */

let own: string | undefined;

export const readersLocale = (): string | undefined => own;

export function writeAs(locale: string): void {
  own = locale;
}
