/** Where the cursor goes for r and n. */

export const COMPOSER_ID = "inbox-composer";

/** Put the cursor at the end of the field, after the mode that was chosen has been drawn. */
export function focusComposer(): void {
  requestAnimationFrame(() => {
    const field = document.getElementById(COMPOSER_ID);
    if (!(field instanceof HTMLTextAreaElement)) return;
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
  });
}
