/** The number of a version in an address; null where there is none, or something else. */
export function versionIn(value: string | string[] | undefined): number | null {
  return typeof value === 'string' && /^[1-9][0-9]{0,5}$/.test(value) ? Number(value) : null;
}
