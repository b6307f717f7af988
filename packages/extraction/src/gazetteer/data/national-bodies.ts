/**
 * Bodies of one state whose names do not follow the common patterns: state | what a text may call it for short | names,
 * in any language. The first is the one to show.
 */
export const nationalBodies = `
US|department|State Department;US State Department;U.S. State Department;Department of State;US Department of State;U.S. Department of State;State Dept;State Dept.;Département d'État;département d'État;US-Außenministerium;Держдепартамент;Держдеп;Держдепартамент США
US|department|Pentagon;Department of Defense;US Department of Defense;U.S. Department of Defense;Defense Department;Department of War;Pentagone;Пентагон
US|department|Treasury Department;US Treasury;U.S. Treasury;Department of the Treasury;Department of Treasury;U.S. Department of the Treasury;Department of Treasury;US Treasury Department;U.S. Treasury Department;Treasury
US|department|Justice Department;Department of Justice;US Department of Justice;U.S. Department of Justice;DOJ
US|department|Department of Homeland Security;DHS;Homeland Security
US|department|Department of Commerce;Commerce Department
US|department|Department of Energy;Energy Department
US|council|National Security Council;NSC;White House National Security Council
US|chiefs|Joint Chiefs of Staff
US|congress|US Congress;U.S. Congress;Congress;Congrès américain;US-Kongress;Конгрес США
US|senate|US Senate;U.S. Senate;Sénat américain;US-Senat;Сенат США
US|house|House of Representatives;US House of Representatives;U.S. House of Representatives;Chambre des représentants;Repräsentantenhaus;Képviselőház;Палата представників США
US|court|US Supreme Court;U.S. Supreme Court
US|agency|CIA;Central Intelligence Agency;ЦРУ
US|bureau|FBI;Federal Bureau of Investigation;ФБР
US|agency|NSA;National Security Agency
US|agency|USAID;U.S. Agency for International Development
US|reserve|Federal Reserve;Fed
US|command|European Command;EUCOM;U.S. European Command
US|command|Central Command;CENTCOM;U.S. Central Command
US|party|Republican Party;GOP
US|party|Democratic Party
GB|office|Foreign Office;Foreign, Commonwealth and Development Office;Foreign, Commonwealth & Development Office;FCDO
GB|office|Home Office
GB|house|House of Commons;Commons;Chambre des communes
GB|house|House of Lords;Lords
GB|treasury|HM Treasury
GB|force|Royal Navy
GB|force|Royal Air Force;RAF
GB|service|MI5
GB|service|MI6
GB|party|Labour Party
GB|party|Conservative Party;Tories;Tory Party
GB|party|Scottish National Party;SNP
UA|parliament;rada|Verkhovna Rada;Supreme Rada;Ukrainian parliament;Ukraine's parliament;Werchowna Rada;Верховна Рада;Верховна Рада України;Rada
UA|council|National Security and Defense Council;National Security and Defence Council;NSDC;РНБО;Рада національної безпеки і оборони
UA|service|Security Service of Ukraine;SBU;СБУ;Служба безпеки України
UA|forces|Armed Forces of Ukraine;AFU;Ukrainian Armed Forces;Збройні Сили України;ЗСУ;Forces armées ukrainiennes;Streitkräfte der Ukraine
UA|staff|General Staff of the Armed Forces of Ukraine;Ukrainian General Staff;Генштаб ЗСУ;Генеральний штаб ЗСУ
UA|intelligence|Main Directorate of Intelligence;Main Intelligence Directorate;HUR;GUR;ГУР
UA|ministry|Ministry of Foreign Affairs of Ukraine;МЗС України;МЗС;Міністерство закордонних справ України;Міністерство закордонних справ
UA|ministry|Ministry of Defence of Ukraine;Ministry of Defense of Ukraine;Міністерство оборони України;Міноборони України;Міноборони;Міністерство оборони
UA|cabinet|Cabinet of Ministers of Ukraine;Кабінет Міністрів України;Кабмін;Кабінет Міністрів
UA|office|Office of the President of Ukraine;Офіс Президента України;Офіс президента
UA|party|Servant of the People;Слуга народу
RU|duma|State Duma;Duma;Staatsduma;Douma;Douma d'État;Állami Duma;Держдума
RU|council|Federation Council;Föderationsrat;Conseil de la Fédération;Рада Федерації
RU|council|Security Council of Russia;Russian Security Council;Security Council of the Russian Federation
RU|service|FSB;Federal Security Service;ФСБ
RU|service|SVR;Foreign Intelligence Service
RU|service|GRU;ГРУ
RU|forces|Russian Armed Forces;Armed Forces of the Russian Federation
RU|fleet|Black Sea Fleet;Чорноморський флот
RU|guard|Rosgvardia
RU|party|United Russia
DE|parliament|Bundestag;German Bundestag;Deutscher Bundestag;Бундестаг
DE|chamber|Bundesrat;German Bundesrat
DE|armed forces;army|Bundeswehr;Бундесвер
DE|ministry|Auswärtiges Amt;Auswärtige Amt;Auswärtigen Amt;German Foreign Office;Federal Foreign Office
DE|government|Bundesregierung;German federal government
DE|party|SPD;Social Democratic Party
DE|party|CDU;Christian Democratic Union;CDU/CSU
DE|party|CSU
DE|party|AfD;Alternative for Germany;Alternative für Deutschland
DE|party|FDP
DE|service|BND;Bundesnachrichtendienst
FR|assembly|Assemblée nationale;French National Assembly
FR|party|Rassemblement national;National Rally
PL|parliament|Sejm;Polish Sejm;Сейм
PL|party|Law and Justice;PiS;Droit et justice
PL|coalition|Civic Coalition;Civic Platform
HU|assembly;parliament|Országgyűlés;Hungarian National Assembly
HU|ministry|Külgazdasági és Külügyminisztérium;Külügyminisztérium
HU|bank|Magyar Nemzeti Bank
HU|company|MOL
HU|company|MVM
HU|party|Tisza Party;Tisza Párt;TISZA
HU|party|Democratic Coalition;Demokratikus Koalíció
IL|parliament|Knesset;Kneszet;Кнесет
IL|army;military|Israel Defense Forces;Israeli Defense Forces;IDF;Israel Defence Forces
IL|service|Mossad
IL|service|Shin Bet
IL|party|Likud
IR|guards;guard|Islamic Revolutionary Guard Corps;Revolutionary Guards;Revolutionary Guard;IRGC
CN|army|People's Liberation Army;PLA
CN|party|Chinese Communist Party;Communist Party of China;CCP;CPC
CN|congress|National People's Congress;NPC
TR|party|AKP;Justice and Development Party
TR|assembly|Grand National Assembly of Turkey;Turkish Grand National Assembly;Grand National Assembly
IN|parliament|Lok Sabha
IN|parliament|Rajya Sabha
IN|party|BJP;Bharatiya Janata Party
ES|parliament|Congreso de los Diputados
IT|party|Brothers of Italy;Fratelli d'Italia
LT|parliament|Seimas
LV|parliament|Saeima
EE|parliament|Riigikogu
FI|parliament|Eduskunta
SE|parliament|Riksdag
NO|parliament|Storting
DK|parliament|Folketing
MD|party|Party of Action and Solidarity
ZA|party|African National Congress;ANC
PK|party|PTI;Pakistan Tehreek-e-Insaf
PK|service|ISI;Inter-Services Intelligence
PS|authority|Palestinian Authority
`;
