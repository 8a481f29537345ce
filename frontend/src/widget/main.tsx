/** Starts the widget in the document that Django renders at /widget/. */

import "../shared/tokens.css";
import "./panel.css";
import "./thread.css";
import "./choices.css";
import "./waiting.css";
import "./survey.css";
import "./before.css";
import "./menu.css";
import "./print.css";
import "./access.css";
import { render } from "preact";
import { wearAccent } from "../shared/contrast";
import type { ToFrame } from "../shared/frame";
import type { Company } from "../shared/wire";
import { Conversation } from "./conversation";
import * as memory from "./memory";
import { keptBy, pageAround, themeOf } from "./page";
import { Panel } from "./panel";
import { speak } from "./words/words";

interface Config {
  company: Company;
  lang: string;
  mails: boolean;
}

async function start(place: HTMLElement, config: Config): Promise<void> {
  await speak(config.lang);
  const page = pageAround(window);
  memory.borrow(keptBy(location), (kept) => page.post({ baton: "keep", kept }));
  const theme = themeOf(location);
  if (theme) document.documentElement.dataset.theme = theme;
  wearAccent(document.documentElement.style, config.company.accent);
  const talk = new Conversation({
    url: `${location.origin.replace(/^http/, "ws")}/ws/widget/`,
    company: config.company,
    shown: !page.around,
    tell: page.tell,
  });
  page.onAsked((asked) => hear(talk, asked));
  let live: boolean | null = null;
  talk.subscribe(() => {
    const { id, status } = talk.view.thread;
    if (id === null || live === (status !== "resolved")) return;
    live = status !== "resolved";
    page.post({ baton: "talking", live });
  });
  const onClose = page.around ? () => page.post({ baton: "close" }) : null;
  render(<Panel talk={talk} onClose={onClose} mails={config.mails} />, place);
  talk.start();
  page.post({ baton: "drawn", company: config.company.name, accent: config.company.accent });
}

function hear(talk: Conversation, asked: ToFrame): void {
  switch (asked.baton) {
    case "shown":
    case "hidden":
      talk.show(asked.baton === "shown");
      break;
    case "identify":
      talk.identify(asked.identity);
      break;
    case "attributes":
      talk.setAttributes(asked.attributes);
      break;
    case "greeting":
      talk.greet(asked.id);
      break;
    case "words":
      talk.begin(asked.text);
      break;
    case "reset":
      talk.reset();
      break;
  }
}

const place = document.getElementById("baton-widget");
const config = document.getElementById("baton-config");
if (place && config) void start(place, JSON.parse(config.textContent) as Config);
