/** Libraries write styles into the page as text; none of them may write markup. */

/** Let text through that holds none, such as a sheet of styles, and refuse the rest; call it before anything is drawn. */
export function refuseMarkup(): void {
  window.trustedTypes?.createPolicy("default", { createHTML: (text) => (text.includes("<") ? null : text) });
}
