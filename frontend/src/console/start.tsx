/** Reads what the document brings and starts the application. */

import { setNonce } from "get-nonce";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App";
import { Desk } from "./desk/desk";
import { wearScheme } from "./shell/colourScheme";
import { readConfig, styleNonce } from "./shell/config";
import { refuseMarkup } from "./shell/markup";

export function start(): void {
  const place = document.getElementById("baton-console");
  if (!place) return;
  const { me } = readConfig();
  refuseMarkup();
  setNonce(styleNonce());
  wearScheme();
  createRoot(place).render(
    <StrictMode>
      <App desk={new Desk(me)} />
    </StrictMode>,
  );
}
