import { z } from 'zod';

/**
 * The geographic regions of the United Nations (UN M49), each followed by its parts, in the order of the standard. By their
 * numbers, which are the same in every language.
 */
export const regionCodes = [
  // Africa
  '002',
  '015',
  '202',
  '014',
  '017',
  '018',
  '011',
  // Americas
  '019',
  '419',
  '029',
  '013',
  '005',
  '021',
  // Asia
  '142',
  '143',
  '030',
  '035',
  '034',
  '145',
  // Europe
  '150',
  '151',
  '154',
  '039',
  '155',
  // Oceania
  '009',
  '053',
  '054',
  '057',
  '061',
] as const;
export const regionSchema = z.enum(regionCodes);
export type Region = z.infer<typeof regionSchema>;

/** The parts of a region. One without parts has states. */
export const partsOf: Readonly<Partial<Record<Region, readonly Region[]>>> = {
  '002': ['015', '202'],
  '202': ['014', '017', '018', '011'],
  '019': ['419', '021'],
  '419': ['029', '013', '005'],
  '142': ['143', '030', '035', '034', '145'],
  '150': ['151', '154', '039', '155'],
  '009': ['053', '054', '057', '061'],
};

/**
 * The states and territories of the regions without parts, by their codes of ISO 3166-1 (two letters, three letters), as the
 * Unicode CLDR 48.2 has them (Unicode License v3), those that ended (ISO 3166-3) with them: a test holds the table against
 * the package `cldr-core`.
 *
 * `-` where two letters are not enough: CS was Czechoslovakia (CSK) until 1993, and from 2003 Serbia and Montenegro (SCG),
 * which lie in two regions. CLDR knows Czechoslovakia by its number alone, 200, as Czechia and Slovakia together.
 */
export const statesOf: Readonly<Partial<Record<Region, string>>> = {
  '015': 'DZ:DZA EG:EGY EH:ESH LY:LBY MA:MAR SD:SDN TN:TUN',
  '014':
    'BI:BDI DJ:DJI ER:ERI ET:ETH IO:IOT KE:KEN KM:COM MG:MDG MU:MUS MW:MWI MZ:MOZ RE:REU RW:RWA SC:SYC SO:SOM ' +
    'SS:SSD TF:ATF TZ:TZA UG:UGA YT:MYT ZM:ZMB ZW:ZWE',
  '017': 'AO:AGO CD:COD CF:CAF CG:COG CM:CMR GA:GAB GQ:GNQ ST:STP TD:TCD ZR:ZAR',
  '018': 'BW:BWA LS:LSO NA:NAM SZ:SWZ ZA:ZAF',
  '011':
    'BF:BFA BJ:BEN CI:CIV CV:CPV GH:GHA GM:GMB GN:GIN GW:GNB LR:LBR ML:MLI MR:MRT NE:NER NG:NGA SH:SHN SL:SLE ' +
    'SN:SEN TG:TGO',
  '029':
    'AG:ATG AI:AIA AN:ANT AW:ABW BB:BRB BL:BLM BQ:BES BS:BHS CU:CUB CW:CUW DM:DMA DO:DOM GD:GRD GP:GLP HT:HTI ' +
    'JM:JAM KN:KNA KY:CYM LC:LCA MF:MAF MQ:MTQ MS:MSR PR:PRI SX:SXM TC:TCA TT:TTO VC:VCT VG:VGB VI:VIR',
  '013': 'BZ:BLZ CR:CRI GT:GTM HN:HND MX:MEX NI:NIC PA:PAN SV:SLV',
  '005':
    'AR:ARG BO:BOL BR:BRA BV:BVT CL:CHL CO:COL EC:ECU FK:FLK GF:GUF GS:SGS GY:GUY PE:PER PY:PRY SR:SUR UY:URY ' +
    'VE:VEN',
  '021': 'BM:BMU CA:CAN GL:GRL PM:SPM US:USA',
  '143': 'KG:KGZ KZ:KAZ TJ:TJK TM:TKM UZ:UZB',
  '030': 'CN:CHN HK:HKG JP:JPN KP:PRK KR:KOR MN:MNG MO:MAC TW:TWN',
  '035': 'BN:BRN BU:BUR ID:IDN KH:KHM LA:LAO MM:MMR MY:MYS PH:PHL SG:SGP TH:THA TL:TLS TP:TMP VN:VNM',
  '034': 'AF:AFG BD:BGD BT:BTN IN:IND IR:IRN LK:LKA MV:MDV NP:NPL PK:PAK',
  '145':
    'AE:ARE AM:ARM AZ:AZE BH:BHR CY:CYP GE:GEO IL:ISR IQ:IRQ JO:JOR KW:KWT LB:LBN NT:NTZ OM:OMN PS:PSE QA:QAT ' +
    'SA:SAU SY:SYR TR:TUR YD:YMD YE:YEM',
  '151': 'BG:BGR BY:BLR CZ:CZE HU:HUN MD:MDA PL:POL RO:ROU RU:RUS SK:SVK SU:SUN UA:UKR -:CSK',
  '154':
    'AX:ALA DK:DNK EE:EST FI:FIN FO:FRO GB:GBR GG:GGY IE:IRL IM:IMN IS:ISL JE:JEY LT:LTU LV:LVA NO:NOR SE:SWE ' +
    'SJ:SJM',
  '039':
    'AD:AND AL:ALB BA:BIH ES:ESP GI:GIB GR:GRC HR:HRV IT:ITA ME:MNE MK:MKD MT:MLT PT:PRT RS:SRB SI:SVN SM:SMR ' +
    'VA:VAT XK:XKK YU:YUG -:SCG',
  '155': 'AT:AUT BE:BEL CH:CHE DD:DDR DE:DEU FR:FRA FX:FXX LI:LIE LU:LUX MC:MCO NL:NLD',
  '053': 'AU:AUS CC:CCK CX:CXR HM:HMD NF:NFK NZ:NZL',
  '054': 'FJ:FJI NC:NCL PG:PNG SB:SLB VU:VUT',
  '057': 'FM:FSM GU:GUM KI:KIR MH:MHL MP:MNP NR:NRU PW:PLW UM:UMI',
  '061': 'AS:ASM CK:COK NU:NIU PF:PYF PN:PCN TK:TKL TO:TON TV:TUV WF:WLF WS:WSM',
};
