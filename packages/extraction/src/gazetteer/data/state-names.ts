/**
 * ISO 3166-1 code | English | French | German | Hungarian | Ukrainian. Written by bin/generate-state-names.mjs from the
 * Unicode CLDR (48.0); change the script, not this file.
 */
export const stateNames = `
AD|Andorra|Andorre|Andorra|Andorra|Андорра
AE|United Arab Emirates|Émirats arabes unis|Vereinigte Arabische Emirate|Egyesült Arab Emírségek|Обʼєднані Арабські Емірати
AF|Afghanistan|Afghanistan|Afghanistan|Afganisztán|Афганістан
AG|Antigua and Barbuda|Antigua-et-Barbuda|Antigua und Barbuda|Antigua és Barbuda|Антигуа і Барбуда
AL|Albania|Albanie|Albanien|Albánia|Албанія
AM|Armenia|Arménie|Armenien|Örményország|Вірменія
AO|Angola|Angola|Angola|Angola|Ангола
AR|Argentina|Argentine|Argentinien|Argentína|Аргентина
AT|Austria|Autriche|Österreich|Ausztria|Австрія
AU|Australia|Australie|Australien|Ausztrália|Австралія
AZ|Azerbaijan|Azerbaïdjan|Aserbaidschan|Azerbajdzsán|Азербайджан
BA|Bosnia and Herzegovina|Bosnie-Herzégovine|Bosnien und Herzegowina|Bosznia-Hercegovina|Боснія і Герцеговина
BB|Barbados|Barbade|Barbados|Barbados|Барбадос
BD|Bangladesh|Bangladesh|Bangladesch|Banglades|Бангладеш
BE|Belgium|Belgique|Belgien|Belgium|Бельгія
BF|Burkina Faso|Burkina Faso|Burkina Faso|Burkina Faso|Буркіна-Фасо
BG|Bulgaria|Bulgarie|Bulgarien|Bulgária|Болгарія
BH|Bahrain|Bahreïn|Bahrain|Bahrein|Бахрейн
BI|Burundi|Burundi|Burundi|Burundi|Бурунді
BJ|Benin|Bénin|Benin|Benin|Бенін
BN|Brunei|Brunei|Brunei Darussalam|Brunei|Бруней
BO|Bolivia|Bolivie|Bolivien|Bolívia|Болівія
BR|Brazil|Brésil|Brasilien|Brazília|Бразилія
BS|Bahamas|Bahamas|Bahamas|Bahama-szigetek|Багамські Острови
BT|Bhutan|Bhoutan|Bhutan|Bhután|Бутан
BW|Botswana|Botswana|Botsuana|Botswana|Ботсвана
BY|Belarus|Biélorussie|Belarus|Belarusz|Білорусь
BZ|Belize|Belize|Belize|Belize|Беліз
CA|Canada|Canada|Kanada|Kanada|Канада
CD|Democratic Republic of the Congo|République démocratique du Congo|Demokratische Republik Kongo|Kongói Demokratikus Köztársaság|Демократична Республіка Конго
CF|Central African Republic|République centrafricaine|Zentralafrikanische Republik|Közép-afrikai Köztársaság|Центральноафриканська Республіка
CG|Republic of the Congo|République du Congo|Republik Kongo|Kongói Köztársaság|Республіка Конго
CH|Switzerland|Suisse|Schweiz|Svájc|Швейцарія
CI|Côte d’Ivoire|Côte d’Ivoire|Côte d’Ivoire|Elefántcsontpart|Кот-дʼІвуар
CL|Chile|Chili|Chile|Chile|Чилі
CM|Cameroon|Cameroun|Kamerun|Kamerun|Камерун
CN|China|Chine|China|Kína|Китай
CO|Colombia|Colombie|Kolumbien|Kolumbia|Колумбія
CR|Costa Rica|Costa Rica|Costa Rica|Costa Rica|Коста-Рика
CU|Cuba|Cuba|Kuba|Kuba|Куба
CV|Cape Verde|Cap-Vert|Cabo Verde|Zöld-foki Köztársaság|Кабо-Верде
CY|Cyprus|Chypre|Zypern|Ciprus|Кіпр
CZ|Czechia|Tchéquie|Tschechien|Csehország|Чехія
DE|Germany|Allemagne|Deutschland|Németország|Німеччина
DJ|Djibouti|Djibouti|Dschibuti|Dzsibuti|Джибуті
DK|Denmark|Danemark|Dänemark|Dánia|Данія
DM|Dominica|Dominique|Dominica|Dominika|Домініка
DO|Dominican Republic|République dominicaine|Dominikanische Republik|Dominikai Köztársaság|Домініканська Республіка
DZ|Algeria|Algérie|Algerien|Algéria|Алжир
EC|Ecuador|Équateur|Ecuador|Ecuador|Еквадор
EE|Estonia|Estonie|Estland|Észtország|Естонія
EG|Egypt|Égypte|Ägypten|Egyiptom|Єгипет
ER|Eritrea|Érythrée|Eritrea|Eritrea|Еритрея
ES|Spain|Espagne|Spanien|Spanyolország|Іспанія
ET|Ethiopia|Éthiopie|Äthiopien|Etiópia|Ефіопія
FI|Finland|Finlande|Finnland|Finnország|Фінляндія
FJ|Fiji|Fidji|Fidschi|Fidzsi|Фіджі
FM|Micronesia|Micronésie|Mikronesien|Mikronézia|Мікронезія
FR|France|France|Frankreich|Franciaország|Франція
GA|Gabon|Gabon|Gabun|Gabon|Габон
GB|United Kingdom|Royaume-Uni|Vereinigtes Königreich|Egyesült Királyság|Велика Британія
GD|Grenada|Grenade|Grenada|Grenada|Гренада
GE|Georgia|Géorgie|Georgien|Grúzia|Грузія
GH|Ghana|Ghana|Ghana|Ghána|Гана
GM|Gambia|Gambie|Gambia|Gambia|Гамбія
GN|Guinea|Guinée|Guinea|Guinea|Гвінея
GQ|Equatorial Guinea|Guinée équatoriale|Äquatorialguinea|Egyenlítői-Guinea|Екваторіальна Гвінея
GR|Greece|Grèce|Griechenland|Görögország|Греція
GT|Guatemala|Guatemala|Guatemala|Guatemala|Гватемала
GW|Guinea-Bissau|Guinée-Bissau|Guinea-Bissau|Bissau-Guinea|Гвінея-Бісау
GY|Guyana|Guyana|Guyana|Guyana|Гаяна
HN|Honduras|Honduras|Honduras|Honduras|Гондурас
HR|Croatia|Croatie|Kroatien|Horvátország|Хорватія
HT|Haiti|Haïti|Haiti|Haiti|Гаїті
HU|Hungary|Hongrie|Ungarn|Magyarország|Угорщина
ID|Indonesia|Indonésie|Indonesien|Indonézia|Індонезія
IE|Ireland|Irlande|Irland|Írország|Ірландія
IL|Israel|Israël|Israel|Izrael|Ізраїль
IN|India|Inde|Indien|India|Індія
IQ|Iraq|Irak|Irak|Irak|Ірак
IR|Iran|Iran|Iran|Irán|Іран
IS|Iceland|Islande|Island|Izland|Ісландія
IT|Italy|Italie|Italien|Olaszország|Італія
JM|Jamaica|Jamaïque|Jamaika|Jamaica|Ямайка
JO|Jordan|Jordanie|Jordanien|Jordánia|Йорданія
JP|Japan|Japon|Japan|Japán|Японія
KE|Kenya|Kenya|Kenia|Kenya|Кенія
KG|Kyrgyzstan|Kirghizstan|Kirgisistan|Kirgizisztán|Киргизстан
KH|Cambodia|Cambodge|Kambodscha|Kambodzsa|Камбоджа
KI|Kiribati|Kiribati|Kiribati|Kiribati|Кірибаті
KM|Comoros|Comores|Komoren|Comore-szigetek|Комори
KN|Saint Kitts and Nevis|Saint-Christophe-et-Niévès|St. Kitts und Nevis|Saint Kitts és Nevis|Сент-Кітс і Невіс
KP|North Korea|Corée du Nord|Nordkorea|Észak-Korea|Північна Корея
KR|South Korea|Corée du Sud|Südkorea|Dél-Korea|Південна Корея
KW|Kuwait|Koweït|Kuwait|Kuvait|Кувейт
KZ|Kazakhstan|Kazakhstan|Kasachstan|Kazahsztán|Казахстан
LA|Laos|Laos|Laos|Laosz|Лаос
LB|Lebanon|Liban|Libanon|Libanon|Ліван
LC|Saint Lucia|Sainte-Lucie|St. Lucia|Saint Lucia|Сент-Люсія
LI|Liechtenstein|Liechtenstein|Liechtenstein|Liechtenstein|Ліхтенштейн
LK|Sri Lanka|Sri Lanka|Sri Lanka|Srí Lanka|Шрі-Ланка
LR|Liberia|Liberia|Liberia|Libéria|Ліберія
LS|Lesotho|Lesotho|Lesotho|Lesotho|Лесото
LT|Lithuania|Lituanie|Litauen|Litvánia|Литва
LU|Luxembourg|Luxembourg|Luxemburg|Luxemburg|Люксембург
LV|Latvia|Lettonie|Lettland|Lettország|Латвія
LY|Libya|Libye|Libyen|Líbia|Лівія
MA|Morocco|Maroc|Marokko|Marokkó|Марокко
MC|Monaco|Monaco|Monaco|Monaco|Монако
MD|Moldova|Moldavie|Republik Moldau|Moldova|Молдова
ME|Montenegro|Monténégro|Montenegro|Montenegró|Чорногорія
MG|Madagascar|Madagascar|Madagaskar|Madagaszkár|Мадагаскар
MH|Marshall Islands|Îles Marshall|Marshallinseln|Marshall-szigetek|Маршаллові Острови
MK|North Macedonia|Macédoine du Nord|Nordmazedonien|Észak-Macedónia|Північна Македонія
ML|Mali|Mali|Mali|Mali|Малі
MM|Myanmar|Birmanie|Myanmar|Mianmar|Мʼянма
MN|Mongolia|Mongolie|Mongolei|Mongólia|Монголія
MR|Mauritania|Mauritanie|Mauretanien|Mauritánia|Мавританія
MT|Malta|Malte|Malta|Málta|Мальта
MU|Mauritius|Maurice|Mauritius|Mauritius|Маврикій
MV|Maldives|Maldives|Malediven|Maldív-szigetek|Мальдіви
MW|Malawi|Malawi|Malawi|Malawi|Малаві
MX|Mexico|Mexique|Mexiko|Mexikó|Мексика
MY|Malaysia|Malaisie|Malaysia|Malajzia|Малайзія
MZ|Mozambique|Mozambique|Mosambik|Mozambik|Мозамбік
NA|Namibia|Namibie|Namibia|Namíbia|Намібія
NE|Niger|Niger|Niger|Niger|Нігер
NG|Nigeria|Nigeria|Nigeria|Nigéria|Нігерія
NI|Nicaragua|Nicaragua|Nicaragua|Nicaragua|Нікарагуа
NL|Netherlands|Pays-Bas|Niederlande|Hollandia|Нідерланди
NO|Norway|Norvège|Norwegen|Norvégia|Норвегія
NP|Nepal|Népal|Nepal|Nepál|Непал
NR|Nauru|Nauru|Nauru|Nauru|Науру
NZ|New Zealand|Nouvelle-Zélande|Neuseeland|Új-Zéland|Нова Зеландія
OM|Oman|Oman|Oman|Omán|Оман
PA|Panama|Panama|Panama|Panama|Панама
PE|Peru|Pérou|Peru|Peru|Перу
PG|Papua New Guinea|Papouasie-Nouvelle-Guinée|Papua-Neuguinea|Pápua Új-Guinea|Папуа-Нова Гвінея
PH|Philippines|Philippines|Philippinen|Fülöp-szigetek|Філіппіни
PK|Pakistan|Pakistan|Pakistan|Pakisztán|Пакистан
PL|Poland|Pologne|Polen|Lengyelország|Польща
PS|Palestine|Palestine|Palästina|Palesztina|Палестина
PT|Portugal|Portugal|Portugal|Portugália|Португалія
PW|Palau|Palaos|Palau|Palau|Палау
PY|Paraguay|Paraguay|Paraguay|Paraguay|Парагвай
QA|Qatar|Qatar|Katar|Katar|Катар
RO|Romania|Roumanie|Rumänien|Románia|Румунія
RS|Serbia|Serbie|Serbien|Szerbia|Сербія
RU|Russia|Russie|Russland|Oroszország|Росія
RW|Rwanda|Rwanda|Ruanda|Ruanda|Руанда
SA|Saudi Arabia|Arabie saoudite|Saudi-Arabien|Szaúd-Arábia|Саудівська Аравія
SB|Solomon Islands|Îles Salomon|Salomonen|Salamon-szigetek|Соломонові Острови
SC|Seychelles|Seychelles|Seychellen|Seychelle-szigetek|Сейшельські Острови
SD|Sudan|Soudan|Sudan|Szudán|Судан
SE|Sweden|Suède|Schweden|Svédország|Швеція
SG|Singapore|Singapour|Singapur|Szingapúr|Сінгапур
SI|Slovenia|Slovénie|Slowenien|Szlovénia|Словенія
SK|Slovakia|Slovaquie|Slowakei|Szlovákia|Словаччина
SL|Sierra Leone|Sierra Leone|Sierra Leone|Sierra Leone|Сьєрра-Леоне
SM|San Marino|Saint-Marin|San Marino|San Marino|Сан-Марино
SN|Senegal|Sénégal|Senegal|Szenegál|Сенегал
SO|Somalia|Somalie|Somalia|Szomália|Сомалі
SR|Suriname|Suriname|Suriname|Suriname|Суринам
SS|South Sudan|Soudan du Sud|Südsudan|Dél-Szudán|Південний Судан
ST|São Tomé and Príncipe|Sao Tomé-et-Principe|São Tomé und Príncipe|São Tomé és Príncipe|Сан-Томе і Принсіпі
SV|El Salvador|Salvador|El Salvador|Salvador|Сальвадор
SY|Syria|Syrie|Syrien|Szíria|Сирія
SZ|Eswatini|Eswatini|Eswatini|Szváziföld|Есватіні
TD|Chad|Tchad|Tschad|Csád|Чад
TG|Togo|Togo|Togo|Togo|Того
TH|Thailand|Thaïlande|Thailand|Thaiföld|Таїланд
TJ|Tajikistan|Tadjikistan|Tadschikistan|Tádzsikisztán|Таджикистан
TL|Timor-Leste|Timor oriental|Timor-Leste|Kelet-Timor|Тимор-Лешті
TM|Turkmenistan|Turkménistan|Turkmenistan|Türkmenisztán|Туркменістан
TN|Tunisia|Tunisie|Tunesien|Tunézia|Туніс
TO|Tonga|Tonga|Tonga|Tonga|Тонга
TR|Türkiye|Turquie|Türkei|Törökország|Туреччина
TT|Trinidad and Tobago|Trinité-et-Tobago|Trinidad und Tobago|Trinidad és Tobago|Тринідад і Тобаго
TV|Tuvalu|Tuvalu|Tuvalu|Tuvalu|Тувалу
TW|Taiwan|Taïwan|Taiwan|Tajvan|Тайвань
TZ|Tanzania|Tanzanie|Tansania|Tanzánia|Танзанія
UA|Ukraine|Ukraine|Ukraine|Ukrajna|Україна
UG|Uganda|Ouganda|Uganda|Uganda|Уганда
US|United States|États-Unis|Vereinigte Staaten|Egyesült Államok|Сполучені Штати
UY|Uruguay|Uruguay|Uruguay|Uruguay|Уругвай
UZ|Uzbekistan|Ouzbékistan|Usbekistan|Üzbegisztán|Узбекистан
VA|Vatican|Vatican|Vatikan|Vatikán|Ватикан
VC|Saint Vincent and Grenadines|Saint-Vincent-et-les Grenadines|St. Vincent und die Grenadinen|Saint Vincent és a Grenadine-szigetek|Сент-Вінсент і Гренадіни
VE|Venezuela|Venezuela|Venezuela|Venezuela|Венесуела
VN|Vietnam|Viêt Nam|Vietnam|Vietnám|Вʼєтнам
VU|Vanuatu|Vanuatu|Vanuatu|Vanuatu|Вануату
WS|Samoa|Samoa|Samoa|Szamoa|Самоа
XK|Kosovo|Kosovo|Kosovo|Koszovó|Косово
YE|Yemen|Yémen|Jemen|Jemen|Ємен
ZA|South Africa|Afrique du Sud|Südafrika|Dél-afrikai Köztársaság|Південно-Африканська Республіка
ZM|Zambia|Zambie|Sambia|Zambia|Замбія
ZW|Zimbabwe|Zimbabwe|Simbabwe|Zimbabwe|Зімбабве
`;
