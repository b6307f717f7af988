/** Beyond this the desk counts no further. */
const most = 99;

/** A count as it stands beside its list. */
export const shownCount = (count: number): string => (count > most ? `${most}+` : String(count));
