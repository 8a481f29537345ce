/** The entry of the console: reads what the document brings and starts the application. */

import "./shell/mantine.css";
import "../shared/tokens.css";
import "./shell/base.css";
import { setNonce } from "get-nonce";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App";
import { Desk } from "./desk/desk";
import { wearScheme } from "./shell/colourScheme";
import { readConfig, styleNonce } from "./shell/config";

const place = document.getElementById("baton-console");
if (place) {
  const { me } = readConfig();
  setNonce(styleNonce());
  wearScheme();
  createRoot(place).render(
    <StrictMode>
      <App desk={new Desk(me)} />
    </StrictMode>,
  );
}
