/** Puts back, last first, what the run at hand set; undefined where what is set lasts. */
let undo: (() => void)[] | undefined;

/**
 * Runs something after which modules and classes are as they were: a request's run is to find what every other one finds,
 * whichever is followed first.
 */
export function isolated<T>(run: () => T): T {
  const outer = undo;
  const own: (() => void)[] = [];
  undo = own;
  try {
    return run();
  } finally {
    undo = outer;
    for (const one of own.reverse()) one();
  }
}

/** Runs something whose effects last, also where a request leads to it: a module's top level. */
export function lasting<T>(run: () => T): T {
  const outer = undo;
  undo = undefined;
  try {
    return run();
  } finally {
    undo = outer;
  }
}

/** Sets a name of a module or an attribute of a class; a request's run sets it for itself. */
export function setShared<T>(shared: Map<string, T>, name: string, value: T): void {
  if (undo !== undefined) {
    const before = shared.get(name);
    undo.push(() => (before === undefined ? shared.delete(name) : shared.set(name, before)));
  }
  shared.set(name, value);
}
