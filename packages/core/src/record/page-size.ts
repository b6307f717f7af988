/** The most records that one page of a list holds. */
export const longestPage = 100;
