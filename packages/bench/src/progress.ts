const began = performance.now();

/** Tells whoever waits what is being done, and since when. Standard output holds figures and nothing else. */
export function say(what: string): void {
  process.stderr.write(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${what}\n`);
}
