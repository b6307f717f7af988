/** Builds into a folder. Answers which files are in the bundle, by their places below the package. */
export function buildClient(outdir: string): Promise<string[]>;
