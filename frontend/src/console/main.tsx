/** The entry of the console: learns the language, and only then reads what has words. */

import "./shell/mantine.css";
import "../shared/tokens.css";
import "./shell/base.css";
import { speak } from "./shell/language";

await speak(document.documentElement.lang);
const { start } = await import("./start");
start();
