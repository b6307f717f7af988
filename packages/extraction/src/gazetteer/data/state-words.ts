/**
 * ISO 3166-1 code | English adjectives and people | other names: official, short, former, in any language | seats: the
 * capitals, palaces and offices that a text may name for the government, in any language. `;` parts several.
 * A seat with `?` stands for a government only where its state does not take it for a mere place.
 */
export const stateWords = `
AD|Andorran|Principality of Andorra|Andorra la Vella
AE|Emirati|UAE;U.A.E.;Emirates;VAE;EAU;ОАЕ|Abu Dhabi;Abou Dhabi
AF|Afghan|Islamic Republic of Afghanistan;Islamic Emirate of Afghanistan|Kabul;Kaboul
AG|Antiguan|Antigua|
AL|Albanian|Republic of Albania|Tirana
AM|Armenian|Republic of Armenia|Yerevan;Erevan;Jerewan;Jereván;Єреван
AO|Angolan|Republic of Angola|Luanda
AR|Argentine;Argentinian;Argentinean|Argentine Republic|Buenos Aires;Casa Rosada
AT|Austrian|Republic of Austria|Vienna?;Vienne?;Wien?;Bécs?;Відень?
AU|Australian|Commonwealth of Australia|Canberra
AZ|Azerbaijani;Azeri|Republic of Azerbaijan|Baku;Bakou;Баку
BA|Bosnian|Bosnia;Bosnia-Herzegovina;Bosnia & Herzegovina;BiH;Bosnie;Bosnien;Bosnien-Herzegowina;Bosznia;Боснія|Sarajevo;Szarajevó;Сараєво
BB|Barbadian|Barbados|Bridgetown
BD|Bangladeshi|People's Republic of Bangladesh|Dhaka;Dacca
BE|Belgian|Kingdom of Belgium|
BF|Burkinabe;Burkinabé;Burkinese|Burkina;Upper Volta|Ouagadougou
BG|Bulgarian|Republic of Bulgaria|Sofia?;Szófia?;Софія?
BH|Bahraini|Kingdom of Bahrain|Manama
BI|Burundian|Republic of Burundi|Gitega;Bujumbura
BJ|Beninese;Beninois|Republic of Benin;Dahomey|Porto-Novo;Cotonou
BN|Bruneian|Brunei Darussalam|Bandar Seri Begawan
BO|Bolivian|Plurinational State of Bolivia|La Paz
BR|Brazilian|Federative Republic of Brazil|Brasília;Brasilia;Planalto
BS|Bahamian|The Bahamas|
BT|Bhutanese|Kingdom of Bhutan|Thimphu
BW|Botswanan;Motswana|Republic of Botswana|Gaborone
BY|Belarusian;Belarussian;Byelorussian|Republic of Belarus;Belorussia;Byelorussia;Bélarus;Weißrussland;Weissrussland;Fehéroroszország|Minsk;Minszk;Мінськ
BZ|Belizean||Belmopan
CA|Canadian||Ottawa;Ottava;Оттава
CD|Congolese|DRC;D.R.C.;DR Congo;Democratic Republic of Congo;Congo-Kinshasa;Zaire;RDC;RD Congo;République démocratique du Congo;DR Kongo;ДРК|Kinshasa;Kinszaha;Кіншаса
CF|Central African|CAR;Centrafrique|Bangui
CG|Congolese|Congo-Brazzaville;Congo Republic|Brazzaville
CH|Swiss|Swiss Confederation;Confédération suisse;Schweizerische Eidgenossenschaft|Bern;Berne
CI|Ivorian;Ivoirian|Ivory Coast;Côte d'Ivoire;Cote d'Ivoire;Elfenbeinküste|Yamoussoukro;Abidjan
CL|Chilean|Republic of Chile|
CM|Cameroonian|Republic of Cameroon|Yaoundé;Yaounde
CN|Chinese|People's Republic of China;PRC;P.R.C.;Communist China;République populaire de Chine;Volksrepublik China;Kínai Népköztársaság;КНР;Китайська Народна Республіка|Beijing;Peking;Pékin;Zhongnanhai;Пекін
CO|Colombian|Republic of Colombia|Bogotá;Bogota
CR|Costa Rican||
CU|Cuban|Republic of Cuba|Havana;La Havane;Havanna;Гавана
CV|Cape Verdean;Cabo Verdean|Cabo Verde|Praia
CY|Cypriot;Greek Cypriot|Republic of Cyprus|Nicosia;Nicosie;Nikosia;Nikózia;Нікосія
CZ|Czech|Czech Republic;Česko;République tchèque;Tschechische Republik;Cseh Köztársaság;Чеська Республіка|Prague;Prag;Prága;Прага
DE|German|Federal Republic of Germany;FRG;West Germany;République fédérale d'Allemagne;Bundesrepublik Deutschland;Bundesrepublik;BRD;ФРН|Berlin;Берлін
DJ|Djiboutian||
DK|Danish;Dane;Danes|Kingdom of Denmark|Copenhagen;Copenhague;Kopenhagen;Koppenhága;Копенгаген
DM|Dominican|Commonwealth of Dominica|Roseau
DO|Dominican||Santo Domingo;Saint-Domingue
DZ|Algerian|People's Democratic Republic of Algeria|Algiers;Alger;Algier
EC|Ecuadorian;Ecuadorean;Ecuadoran|Republic of Ecuador|Quito
EE|Estonian|Republic of Estonia|Tallinn;Таллінн
EG|Egyptian|Arab Republic of Egypt|Cairo;Le Caire;Kairo;Kairó;Каїр
ER|Eritrean|State of Eritrea|Asmara
ES|Spanish;Spaniard|Kingdom of Spain|Madrid?;Мадрид?;Moncloa
ET|Ethiopian|Federal Democratic Republic of Ethiopia;Abyssinia|Addis Ababa;Addis-Abeba;Addis Abeba;Addisz-Abeba;Аддис-Абеба
FI|Finnish;Finn|Republic of Finland|Helsinki;Гельсінкі
FJ|Fijian|Republic of Fiji|Suva
FM|Micronesian|Federated States of Micronesia|Palikir
FR|French;Frenchman;Frenchmen|French Republic;République française;Französische Republik;Francia Köztársaság|Paris;Párizs;Париж;Élysée;Elysée;Elysee;Elysee Palace;Élysée Palace;Quai d'Orsay;Matignon
GA|Gabonese|Gabonese Republic|Libreville
GB|British;Briton;Brit|UK;U.K.;Great Britain;Britain;Great Britain and Northern Ireland;United Kingdom of Great Britain and Northern Ireland;Grande-Bretagne;R.-U.;Großbritannien;Grossbritannien;Nagy-Britannia;Велика Британія;Британія;Сполучене Королівство;Об'єднане Королівство|London;Londres;Лондон;Downing Street;10 Downing Street;No. 10;Whitehall;Westminster;Даунінг-стріт
GD|Grenadian||
GE|Georgian|Republic of Georgia;Sakartvelo|Tbilisi;Tbilissi;Tiflis;Tbiliszi;Тбілісі
GH|Ghanaian;Ghanian|Republic of Ghana;Gold Coast|Accra;Akkra
GM|Gambian|The Gambia|Banjul
GN|Guinean|Republic of Guinea;Guinea-Conakry|Conakry
GQ|Equatorial Guinean;Equatoguinean|Republic of Equatorial Guinea|Malabo
GR|Greek;Hellenic|Hellenic Republic;République hellénique|Athens;Athènes;Athen;Athén;Афіни
GT|Guatemalan||Guatemala City
GW|Bissau-Guinean||Bissau
GY|Guyanese|Co-operative Republic of Guyana|Georgetown
HN|Honduran||Tegucigalpa
HR|Croatian;Croat|Republic of Croatia|Zagreb;Zágráb;Загреб
HT|Haitian||Port-au-Prince
HU|Hungarian;Magyar|Republic of Hungary;Hongrie;Magyar Köztársaság|Budapest;Будапешт;Carmelite Monastery
ID|Indonesian|Republic of Indonesia|Jakarta;Djakarta;Джакарта
IE|Irish;Irishman;Irishmen|Republic of Ireland;Irish Republic;Éire;Eire|Dublin;Дублін
IL|Israeli|State of Israel;État d'Israël|Tel Aviv?;Jerusalem?
IN|Indian|Republic of India;Bharat|New Delhi;Delhi;Újdelhi;Neu-Delhi;Нью-Делі
IQ|Iraqi|Republic of Iraq|Baghdad;Bagdad;Багдад
IR|Iranian;Persian|Islamic Republic of Iran;Persia;République islamique d'Iran|Tehran;Teheran;Téhéran;Teherán;Тегеран
IS|Icelandic;Icelander|Republic of Iceland|Reykjavik;Reykjavík
IT|Italian|Italian Republic|Rome;Rom;Róma;Рим;Quirinale;Palazzo Chigi
JM|Jamaican||Kingston
JO|Jordanian|Hashemite Kingdom of Jordan|Amman;Амман
JP|Japanese||Tokyo;Tokio;Tokió;Токіо
KE|Kenyan|Republic of Kenya|Nairobi
KG|Kyrgyz;Kyrgyzstani;Kirghiz|Kyrgyz Republic;Kirghizia;Kirgizia|Bishkek;Bichkek;Bischkek;Biskek;Бішкек
KH|Cambodian;Khmer|Kingdom of Cambodia;Kampuchea|Phnom Penh
KI|I-Kiribati|Republic of Kiribati|Tarawa
KM|Comorian;Comoran|Union of the Comoros|Moroni
KN|Kittitian|Saint Kitts;St. Kitts and Nevis;St Kitts and Nevis|Basseterre
KP|North Korean|Democratic People's Republic of Korea;DPRK;D.P.R.K.;КНДР|Pyongyang;Pjöngjang;Phenjan;Пхеньян
KR|South Korean|Republic of Korea;ROK;Republik Korea;Республіка Корея|Seoul;Séoul;Szöul;Сеул
KW|Kuwaiti|State of Kuwait|Kuwait City
KZ|Kazakh;Kazakhstani;Kazak|Republic of Kazakhstan|Astana;Nur-Sultan;Asztana;Астана;Akorda
LA|Lao;Laotian|Lao People's Democratic Republic;Lao PDR|Vientiane
LB|Lebanese|Lebanese Republic|Beirut;Beyrouth;Bejrút;Бейрут
LC|Saint Lucian|St. Lucia;St Lucia|Castries
LI|Liechtensteiner|Principality of Liechtenstein|Vaduz
LK|Sri Lankan|Democratic Socialist Republic of Sri Lanka;Ceylon|Colombo;Sri Jayawardenepura Kotte
LR|Liberian|Republic of Liberia|Monrovia
LS|Basotho;Lesotho|Kingdom of Lesotho|Maseru
LT|Lithuanian|Republic of Lithuania|Vilnius?;Вільнюс?;Wilna?
LU|Luxembourgish;Luxembourger;Luxemburgish|Grand Duchy of Luxembourg;Grand-Duché de Luxembourg|
LV|Latvian|Republic of Latvia|Riga;Рига
LY|Libyan|State of Libya;Libyan Arab Jamahiriya|Tripoli;Tripolis
MA|Moroccan|Kingdom of Morocco|Rabat
MC|Monegasque;Monégasque|Principality of Monaco|
MD|Moldovan;Moldavian|Republic of Moldova;Moldavia;Moldau;Moldawien;Молдавія|Chisinau;Chișinău;Chişinău;Kishinev;Кишинів
ME|Montenegrin||Podgorica;Подгориця
MG|Malagasy;Madagascan|Republic of Madagascar|Antananarivo
MH|Marshallese|Republic of the Marshall Islands|Majuro
MK|North Macedonian;Macedonian|Republic of North Macedonia;Macedonia;FYROM;Former Yugoslav Republic of Macedonia|Skopje;Szkopje;Скоп'є
ML|Malian|Republic of Mali|Bamako
MM|Burmese|Burma;Republic of the Union of Myanmar|Naypyidaw;Naypyitaw;Nay Pyi Taw
MN|Mongolian||Ulaanbaatar;Ulan Bator;Oulan-Bator
MR|Mauritanian|Islamic Republic of Mauritania|Nouakchott
MT|Maltese|Republic of Malta|Valletta
MU|Mauritian|Republic of Mauritius|Port Louis
MV|Maldivian|Republic of Maldives|
MW|Malawian|Republic of Malawi|Lilongwe
MX|Mexican|United Mexican States|Mexico City
MY|Malaysian||Kuala Lumpur;Putrajaya
MZ|Mozambican|Republic of Mozambique|Maputo
NA|Namibian|Republic of Namibia|Windhoek
NE|Nigerien|Republic of the Niger;Republic of Niger|Niamey
NG|Nigerian|Federal Republic of Nigeria|Abuja
NI|Nicaraguan|Republic of Nicaragua|Managua
NL|Dutch;Dutchman;Dutchmen;Netherlandish|Holland;Kingdom of the Netherlands;The Netherlands;Royaume des Pays-Bas;Königreich der Niederlande;Holland Királyság;Голландія|The Hague?;La Haye?;Den Haag?;Hága?;Гаага?;Amsterdam?
NO|Norwegian|Kingdom of Norway|Oslo;Осло
NP|Nepali;Nepalese|Federal Democratic Republic of Nepal|Kathmandu;Katmandou
NR|Nauruan||Yaren
NZ|New Zealand;New Zealander;Kiwi|Aotearoa|Wellington
OM|Omani|Sultanate of Oman|Muscat;Mascate;Maskat;Maszkat
PA|Panamanian|Republic of Panama|Panama City
PE|Peruvian|Republic of Peru|Lima
PG|Papua New Guinean|Independent State of Papua New Guinea;PNG|Port Moresby
PH|Philippine;Filipino;Filipina|Republic of the Philippines;The Philippines|Manila;Manille;Malacañang
PK|Pakistani|Islamic Republic of Pakistan|Islamabad;Iszlámábád;Ісламабад
PL|Polish;Pole|Republic of Poland;République de Pologne;Lengyel Köztársaság;Республіка Польща|Warsaw;Varsovie;Warschau;Varsó;Варшава
PS|Palestinian|State of Palestine;Palestinian Territories|Ramallah
PT|Portuguese|Portuguese Republic|Lisbon?;Lisbonne?;Lissabon?;Lisszabon?;Лісабон?
PW|Palauan|Republic of Palau|Ngerulmud
PY|Paraguayan|Republic of Paraguay|Asunción;Asuncion
QA|Qatari|State of Qatar|Doha
RO|Romanian;Roumanian;Rumanian||Bucharest;Bucarest;Bukarest;Бухарест;Cotroceni
RS|Serbian;Serb|Republic of Serbia|Belgrade;Belgrad;Belgrád;Белград
RU|Russian|Russian Federation;Russische Föderation;Russländische Föderation;Fédération de Russie;Oroszországi Föderáció;Orosz Föderáció;Російська Федерація;РФ;Rußland|Moscow;Moscou;Moskau;Moszkva;Москва;Kremlin;Kreml;Кремль;Smolenskaya Square
RW|Rwandan;Rwandese|Republic of Rwanda|Kigali
SA|Saudi;Saudi Arabian|Kingdom of Saudi Arabia;KSA;Saudi;Саудівська Аравія|Riyadh;Riyad;Riad;Rijád;Ер-Ріяд
SB|Solomon Islander||Honiara
SC|Seychellois|Republic of Seychelles|
SD|Sudanese|Republic of the Sudan;The Sudan|Khartoum;Khartum;Kartúm;Хартум
SE|Swedish;Swede|Kingdom of Sweden|Stockholm;Стокгольм
SG|Singaporean|Republic of Singapore|
SI|Slovenian;Slovene|Republic of Slovenia|Ljubljana;Любляна
SK|Slovak;Slovakian|Slovak Republic;République slovaque;Slowakische Republik;Szlovák Köztársaság|Bratislava;Pressburg;Pozsony;Братислава
SL|Sierra Leonean|Republic of Sierra Leone|Freetown
SM|Sammarinese||
SN|Senegalese|Republic of Senegal|Dakar
SO|Somali;Somalian|Federal Republic of Somalia|Mogadishu;Mogadiscio;Mogadischu
SR|Surinamese|Republic of Suriname|Paramaribo
SS|South Sudanese|Republic of South Sudan|Juba;Djouba
ST|Sao Tomean;São Toméan|Sao Tome and Principe|
SV|Salvadoran;Salvadorean||San Salvador
SY|Syrian|Syrian Arab Republic|Damascus;Damas;Damaskus;Damaszkusz;Дамаск
SZ|Swazi;Liswati|Swaziland;Kingdom of Eswatini|Mbabane
TD|Chadian|Republic of Chad|N'Djamena;N’Djamena;Ndjamena
TG|Togolese|Togolese Republic|Lomé;Lome
TH|Thai|Kingdom of Thailand;Siam|Bangkok
TJ|Tajik;Tajikistani;Tadjik|Republic of Tajikistan|Dushanbe;Douchanbé;Duschanbe;Dusanbe;Душанбе
TL|Timorese;East Timorese|East Timor|Dili
TM|Turkmen;Turkmenistani||Ashgabat;Achgabat;Aschgabat;Ашгабат
TN|Tunisian|Republic of Tunisia|Tunis
TO|Tongan|Kingdom of Tonga|Nuku'alofa
TR|Turkish;Turk|Turkey;Turkiye;Republic of Turkey;Republic of Türkiye|Ankara;Анкара
TT|Trinidadian||Port of Spain
TV|Tuvaluan||Funafuti
TW|Taiwanese|Republic of China;Chinese Taipei;Formosa|Taipei;Taïpei;Taipeh;Tajpej;Тайбей
TZ|Tanzanian|United Republic of Tanzania;Tanganyika|Dodoma;Dar es Salaam
UA|Ukrainian||Kyiv;Kiev;Kiew;Kijev;Kyjiw;Київ;Bankova;Банкова
UG|Ugandan|Republic of Uganda|Kampala
US|American;Yankee|US;U.S.;USA;U.S.A.;United States of America;America;États-Unis d'Amérique;Etats-Unis;É.-U.;Amérique;Amerika;Vereinigte Staaten von Amerika;Amerikai Egyesült Államok;Egyesült Államok;Сполучені Штати Америки;США;Америка|Washington;Washington D.C.;Washington, D.C.;Washington DC;White House;Maison Blanche;Maison-Blanche;Weißes Haus;Weiße Haus;Weißen Haus;Weisse Haus;Fehér Ház;Білий дім;Білого дому;Вашингтон
UY|Uruguayan|Eastern Republic of Uruguay|Montevideo
UZ|Uzbek;Uzbekistani|Republic of Uzbekistan|Tashkent;Tachkent;Taschkent;Taskent;Ташкент
VA|Vatican|Holy See;Vatican City;Saint-Siège;Heiliger Stuhl;Heilige Stuhl;Heiligen Stuhl;Szentszék;Святий Престол;Apostolic See|
VC|Vincentian|St. Vincent and the Grenadines;Saint Vincent;St Vincent and the Grenadines|Kingstown
VE|Venezuelan|Bolivarian Republic of Venezuela|Caracas;Miraflores
VN|Vietnamese|Viet Nam;Socialist Republic of Vietnam;Vietnam|Hanoi;Hanoï
VU|Ni-Vanuatu||Port Vila
WS|Samoan||Apia
XK|Kosovan;Kosovar|Republic of Kosovo;Kosova|Pristina;Prishtina;Приштина
YE|Yemeni|Republic of Yemen|Sanaa;Sana'a
ZA|South African|Republic of South Africa;RSA;ПАР|Pretoria;Cape Town?
ZM|Zambian|Republic of Zambia|Lusaka
ZW|Zimbabwean|Republic of Zimbabwe;Rhodesia|Harare
`;
