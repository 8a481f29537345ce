/** Who waits for the server's answer to which words, by the id under which the words may be repeated. */

import type { Ack, Refusal } from "../../shared/wire";

export type Answer = Ack | Refusal;

/** A message as the desk sends it, over the socket or by REST. */
export interface Words {
  client_id: string;
  text: string;
  attachments?: string[];
}

export class Answers {
  private readonly waiting = new Map<string, (answer: Answer | null) => void>();

  /** The answer, or null when none came in time or the line broke. */
  wait(clientId: string, milliseconds: number): Promise<Answer | null> {
    return new Promise((resolve) => {
      const late = setTimeout(() => this.end(clientId, null), milliseconds);
      this.waiting.set(clientId, (answer) => {
        clearTimeout(late);
        resolve(answer);
      });
    });
  }

  /** Hands an answer on; false when nobody waits for it. */
  take(answer: Answer): boolean {
    return answer.client_id !== null && this.end(answer.client_id, answer);
  }

  /** No answer will come to these words. */
  giveUp(clientId: string): void {
    this.end(clientId, null);
  }

  /** The line broke: whether the words arrived will show when they are said again. */
  giveUpAll(): void {
    for (const clientId of [...this.waiting.keys()]) this.giveUp(clientId);
  }

  private end(clientId: string, answer: Answer | null): boolean {
    const done = this.waiting.get(clientId);
    this.waiting.delete(clientId);
    done?.(answer);
    return done !== undefined;
  }
}
