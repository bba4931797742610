/** The event loop is let in after this many milliseconds of work, or so many steps where clocks stand still. */
const PATIENCE = 20;
const MOST_STEPS = 64;

/**
 * Lets long loops turn the event loop now and then: finalisers give memory back only there, and pages stay alive. The
 * function that it returns is awaited after each step.
 */
export function turner(): () => Promise<void> | undefined {
  const { setImmediate } = globalThis as { setImmediate?: (run: () => void) => void };
  let since = performance.now();
  let steps = 0;
  return () => {
    if (++steps < MOST_STEPS && performance.now() - since < PATIENCE) return undefined;
    return new Promise<void>((done) => {
      if (setImmediate) setImmediate(done);
      else setTimeout(done, 0);
    }).then(() => {
      since = performance.now();
      steps = 0;
    });
  };
}
