const endings: (() => Promise<void>)[] = [];

/**
 * Notes how to end something that a measurement has started, and hands back the way to end it now. Whatever is left when
 * the measurement is over, fails or is broken off is ended then.
 */
export function endLater(end: () => Promise<void>): () => Promise<void> {
  let ended: Promise<void> | undefined;
  const once = () => (ended ??= end());
  endings.push(once);
  return once;
}

/** Ends all that is left, what was started last first. */
export async function endAll(): Promise<void> {
  for (let end = endings.pop(); end !== undefined; end = endings.pop()) {
    await end().catch((error: unknown) => process.stderr.write(`${String(error)}\n`));
  }
}
