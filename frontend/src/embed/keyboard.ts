/** On a phone the panel is as high as what the on-screen keyboard leaves of the screen, so that one sees what one types. */

export const PHONE = "(max-width: 480px)";

export function keepAboveKeyboard(panel: HTMLElement): void {
  const seen = window.visualViewport;
  if (!seen) return;
  const fit = () => {
    // Whoever pinches to look closer has a small viewport, too, and wants the panel to stay as it is.
    const covered = matchMedia(PHONE).matches && seen.scale === 1 && seen.height < window.innerHeight - 1;
    panel.style.top = covered ? `${seen.offsetTop}px` : "";
    panel.style.height = covered ? `${seen.height}px` : "";
  };
  seen.addEventListener("resize", fit);
  seen.addEventListener("scroll", fit);
}
