// Writes src/gazetteer/data/state-names.ts: the short names of the states in five languages, as the Unicode CLDR of the
// running Node gives them (licence Unicode-3.0). It is kept as a file so that every Node gives the same suggestions.
// Run it by hand after a state has changed its name: node packages/extraction/bin/generate-state-names.mjs
import { writeFileSync } from 'node:fs';

// Members of the United Nations, its two observers, Kosovo and Taiwan. Territories of other states are places, not actors.
const codes =
  `AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN
CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HN HR HT HU ID IE IL
IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MR MT
MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM
SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VN VU WS XK YE ZA ZM ZW`.split(
    /\s+/,
  );
const languages = ['en', 'fr', 'de', 'hu', 'uk'];

// Where the list shows a name that no text writes.
const otherwise = {
  CD: 'Democratic Republic of the Congo|République démocratique du Congo|Demokratische Republik Kongo|Kongói Demokratikus Köztársaság|Демократична Республіка Конго',
  CG: 'Republic of the Congo|République du Congo|Republik Kongo|Kongói Köztársaság|Республіка Конго',
  MM: 'Myanmar|Birmanie|Myanmar|Mianmar|Мʼянма',
  VA: 'Vatican|Vatican|Vatikan|Vatikán|Ватикан',
};
const short = new Set(['PS']);

const names = (code) =>
  languages
    .map((language) => {
      const style = short.has(code) ? 'short' : 'long';
      const name = new Intl.DisplayNames([language], { type: 'region', style }).of(code);
      return language === 'en' ? name.replace('&', 'and').replace('St. ', 'Saint ') : name;
    })
    .join('|');

const rows = codes.map((code) => `${code}|${otherwise[code] ?? names(code)}`);
const head = `/**
 * ISO 3166-1 code | English | French | German | Hungarian | Ukrainian. Written by bin/generate-state-names.mjs from the
 * Unicode CLDR (${process.versions.cldr}); change the script, not this file.
 */`;
writeFileSync(
  new URL('../src/gazetteer/data/state-names.ts', import.meta.url),
  `${head}\nexport const stateNames = \`\n${rows.join('\n')}\n\`;\n`,
);
