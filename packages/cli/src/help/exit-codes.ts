/** What the exit code of every command says. */
export const exitCodes = {
  /** It is done. */
  done: 0,
  /** It was refused, or it failed; standard error says why. */
  failed: 1,
  /** It is done, and found something (verify, drift). */
  found: 2,
  /** The command line was not understood (EX_USAGE of sysexits.h); standard error says what is wrong, and shows the help. */
  misused: 64,
} as const;

/** The same in words, for the help and the manual. */
export const exitCodesInWords: readonly (readonly [code: number, meaning: string])[] = [
  [exitCodes.done, 'done'],
  [exitCodes.failed, 'refused or failed; standard error says why'],
  [exitCodes.found, 'done, and something was found (verify, drift)'],
  [exitCodes.misused, 'the command line was not understood'],
];
