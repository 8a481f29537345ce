/** Gives the focus back to what had it, for a dialog that is there only while it is open. */

import { useEffect } from "react";

export function useFocusBack(): void {
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      // The dialog holds the focus until it is gone.
      setTimeout(() => {
        if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
      });
    };
  }, []);
}
