/** Tests read the console in English, as it stands in the code. */

import { speak } from "../../src/console/shell/language";

await speak("en");
