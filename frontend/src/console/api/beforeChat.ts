/** The calls about what the widget says and asks before a chat. */

import type { Greeting, PreChatForm } from "../../shared/api";
import { api } from "./typed";

export type { FormQuestion, Greeting, PreChatForm } from "../../shared/api";

export const fetchGreetings = (signal: AbortSignal) => api.get("/greetings", { signal });

/** New ones have an empty id. */
export const putGreetings = (greetings: Greeting[]) => api.put("/greetings", { body: { greetings } });

export const fetchForm = (signal: AbortSignal) => api.get("/pre_chat_form", { signal });

/** New questions have an empty id. */
export const putForm = (body: PreChatForm) => api.put("/pre_chat_form", { body });
