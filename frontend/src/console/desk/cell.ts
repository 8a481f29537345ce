/** A value that tells its readers when it changed: the console's smallest store. */

import { useSyncExternalStore } from "react";

export class Cell<Value> {
  private value: Value;
  private readonly readers = new Set<() => void>();

  constructor(value: Value) {
    this.value = value;
  }

  readonly get = (): Value => this.value;

  set(value: Value): void {
    if (Object.is(value, this.value)) return;
    this.value = value;
    for (const reader of this.readers) reader();
  }

  change(step: (value: Value) => Value): void {
    this.set(step(this.value));
  }

  readonly subscribe = (reader: () => void): (() => void) => {
    this.readers.add(reader);
    return () => this.readers.delete(reader);
  };
}

export function useCell<Value>(cell: Cell<Value>): Value {
  return useSyncExternalStore(cell.subscribe, cell.get);
}
