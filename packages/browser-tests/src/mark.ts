let tries = 0;

/** What stands in a record from here on is of another file or another try. */
export const nextTry = (): void => {
  tries += 1;
};

/**
 * Digits that no other file of a run has, no other test and no other try of it: for slugs, titles and addresses of mail, as
 * all files share one record. They stay the same from the beginning of a try to its end.
 */
export const mark = (): string => `${process.pid}${String(tries).padStart(4, '0')}`;
