/** The licences that a record may be under, by their SPDX ids. */
export const licences = {
  'CC-BY-4.0': ['Creative Commons Attribution 4.0', 'https://creativecommons.org/licenses/by/4.0/'],
  'CC-BY-SA-4.0': ['Creative Commons Attribution Share-Alike 4.0', 'https://creativecommons.org/licenses/by-sa/4.0/'],
  'CC0-1.0': ['CC0 1.0 Universal', 'https://creativecommons.org/publicdomain/zero/1.0/'],
  'ODC-By-1.0': ['Open Data Commons Attribution License 1.0', 'https://opendatacommons.org/licenses/by/1-0/'],
  'ODbL-1.0': ['Open Data Commons Open Database License 1.0', 'https://opendatacommons.org/licenses/odbl/1-0/'],
  'PDDL-1.0': ['Open Data Commons Public Domain Dedication 1.0', 'https://opendatacommons.org/licenses/pddl/1-0/'],
} as const;
export type Licence = keyof typeof licences;
