/** A message, and where it has one its translation. */

import { lazy, type ReactNode, Suspense } from "react";
import type { Message } from "../../../shared/wire";
import { useTranslating } from "./Translating";

const TranslatedWords = lazy(() => import("./TranslatedWords"));

export interface TranslatedProps {
  message: Message;
  /** How its words look in a bubble. */
  html: string | undefined;
  /** Words of it are marked: they stay as they were written, and the translation follows them. */
  marked: boolean;
  /** The bubble with what was written. */
  children: ReactNode;
  /** A bubble around other words. */
  bubble: (words: ReactNode) => ReactNode;
}

export function Translated({ message, children, ...look }: TranslatedProps) {
  const found = useTranslating().of(message.seq);
  if (!found || found.state === "same") return children;
  return (
    <Suspense fallback={children}>
      <TranslatedWords found={found} {...look}>
        {children}
      </TranslatedWords>
    </Suspense>
  );
}
