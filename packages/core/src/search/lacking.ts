/**
 * Asks whether something on record is found by no search: all of it where there was no search yet, or what a program from
 * before has published since. Gives one row with `lacking`. Quick: it is asked at every start.
 */
export const lackingSearch = `
  SELECT EXISTS (SELECT FROM "Publication") AND NOT EXISTS (SELECT FROM history."SearchEntry") OR EXISTS (
    SELECT FROM "Entry" e WHERE e."state" = 'live'
      AND NOT EXISTS (SELECT FROM "SearchEntry" s WHERE s."recordId" = e."id")
  ) AS lacking`;
