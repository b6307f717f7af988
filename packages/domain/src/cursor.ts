/** The longest cursor of a list, in characters: it holds a name as long as names are, in any script. */
export const longestCursor = 3000;
