import { dataLicence } from '@rapporteur/core/env';
import { licences } from '@rapporteur/core/export/licences';

/** The address of the licence that the public record is under. Throws one clear line where the setting names none. */
export const licenceAddress = (variables: NodeJS.ProcessEnv = process.env): string =>
  licences[dataLicence(variables)][1];
