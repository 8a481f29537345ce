/** How the assistant is called. */

import type { Author } from "../shared/wire";
import { say } from "./words/words";

/** The server's word for an assistant to which the company gave no name. */
const UNNAMED = "Assistant";

/** By its name where it has one, else by the visitor's word for it. */
export const assistantName = (name: string): string => (name && name !== UNNAMED ? name : say("assistant"));

export const nameOf = ({ kind, name }: Author, ai: boolean): string => {
  if (kind === "assistant") return assistantName(name);
  return ai ? say("assistant") : name;
};
