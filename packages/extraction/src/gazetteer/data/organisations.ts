/**
 * kind (o organisation, b body) | the whole it is part of, by its first English name | what a text may call it for short
 * after naming it ("the alliance") | English | French | German | Hungarian | Ukrainian. `;` parts several names, the
 * first is the one to show. Abbreviations count in capitals only, and with or without full stops.
 */
export const organisations = `
o||alliance;bloc;pact|NATO;N.A.T.O.;North Atlantic Treaty Organization;North Atlantic Treaty Organisation;North Atlantic Alliance;Atlantic Alliance|OTAN;Otan;Alliance atlantique;Alliance Atlantique;Organisation du traité de l'Atlantique nord|NATO;Nato;Nordatlantikpakt;Nordatlantisches Bündnis;Nordatlantische Allianz|NATO;Észak-atlanti Szövetség;Észak-atlanti Szerződés Szervezete|НАТО;Північноатлантичний альянс;Північноатлантичного альянсу
b|NATO|council|North Atlantic Council;NAC|Conseil de l'Atlantique nord|Nordatlantikrat|Észak-atlanti Tanács|Північноатлантична рада
b|NATO|council|NATO-Ukraine Council;Ukraine-NATO Council|Conseil Otan-Ukraine;Conseil OTAN-Ukraine|NATO-Ukraine-Rat|NATO-Ukrajna Tanács|Рада Україна-НАТО;Рада Україна — НАТО;Рада НАТО-Україна
b|NATO|commission|NATO-Ukraine Commission;Ukraine-NATO Commission|Commission Otan-Ukraine;Commission OTAN-Ukraine|NATO-Ukraine-Kommission|NATO-Ukrajna Bizottság|Комісія Україна-НАТО
b|NATO|council|NATO-Russia Council;Russia-NATO Council|Conseil Otan-Russie;Conseil OTAN-Russie|NATO-Russland-Rat|NATO-Oroszország Tanács|Рада Росія-НАТО
b|NATO|assembly|NATO Parliamentary Assembly|Assemblée parlementaire de l'Otan;Assemblée parlementaire de l'OTAN|Parlamentarische Versammlung der NATO|NATO Parlamenti Közgyűlése|Парламентська асамблея НАТО
b|NATO|committee|NATO Military Committee|Comité militaire de l'Otan|NATO-Militärausschuss|NATO Katonai Bizottsága|Військовий комітет НАТО
b|NATO|headquarters|Supreme Headquarters Allied Powers Europe;SHAPE||||
o||bloc;union|European Union;EU;E.U.|Union européenne;UE;Union Européenne|Europäische Union;EU;Europäischen Union|Európai Unió;EU|Європейський Союз;ЄС;Європейський союз;Євросоюз
b|European Union|commission|European Commission;EU Commission;EC|Commission européenne|Europäische Kommission;EU-Kommission;Europäischen Kommission|Európai Bizottság|Європейська комісія;Єврокомісія;Європейська Комісія
b|European Union|council|European Council|Conseil européen|Europäischer Rat;Europäische Rat;Europäischen Rat|Európai Tanács|Європейська рада;Європейська Рада
b|European Union|council|Council of the European Union;EU Council|Conseil de l'Union européenne|Rat der Europäischen Union|Az Európai Unió Tanácsa;Európai Unió Tanácsa|Рада Європейського Союзу;Рада ЄС
b|European Union|council|EU Foreign Affairs Council;Foreign Affairs Council|Conseil des affaires étrangères|Rat für Auswärtige Angelegenheiten|Külügyek Tanácsa|Рада ЄС із закордонних справ
b|European Union|parliament|European Parliament;EU Parliament;Europarliament|Parlement européen|Europäisches Parlament;Europäische Parlament;Europäischen Parlament;EU-Parlament;Europaparlament|Európai Parlament|Європейський парламент;Європарламент
b|European Union|court|Court of Justice of the European Union;European Court of Justice;ECJ;CJEU|Cour de justice de l'Union européenne;CJUE|Europäischer Gerichtshof;Europäische Gerichtshof;EuGH|Európai Unió Bírósága;Európai Bíróság|Суд Європейського Союзу;Суд ЄС
b|European Union|bank|European Central Bank;ECB|Banque centrale européenne;BCE|Europäische Zentralbank;EZB|Európai Központi Bank;EKB|Європейський центральний банк;ЄЦБ
b|European Union|service|European External Action Service;EEAS|Service européen pour l'action extérieure;SEAE|Europäischer Auswärtiger Dienst;EAD|Európai Külügyi Szolgálat|Європейська служба зовнішньої діяльності
b|European Union|bank|European Investment Bank;EIB|Banque européenne d'investissement|Europäische Investitionsbank|Európai Beruházási Bank|Європейський інвестиційний банк;ЄІБ
b|European Union|agency|European Defence Agency;European Defense Agency|Agence européenne de défense|Europäische Verteidigungsagentur|Európai Védelmi Ügynökség|Європейське оборонне агентство
o|European Union|agency|Frontex||||
o|European Union|agency|Europol|||Europol|Європол
b|European Union|agency|Eurojust||||Євроюст
b|European Union||Eurogroup|Eurogroupe|Eurogruppe|Eurócsoport|Єврогрупа
o||world body;organization;organisation|United Nations;UN;U.N.;United Nations Organization;UNO|Nations unies;Nations Unies;ONU;Organisation des Nations unies|Vereinte Nationen;Vereinten Nationen;UN;UNO|Egyesült Nemzetek Szervezete;ENSZ;Egyesült Nemzetek|Організація Об'єднаних Націй;ООН;Об'єднані Нації;Організація Об’єднаних Націй
b|United Nations|council|UN Security Council;U.N. Security Council;United Nations Security Council;Security Council;UNSC|Conseil de sécurité de l'ONU;Conseil de sécurité des Nations unies;Conseil de sécurité|UN-Sicherheitsrat;UNO-Sicherheitsrat;Sicherheitsrat der Vereinten Nationen;Weltsicherheitsrat;Sicherheitsrat|ENSZ Biztonsági Tanácsa;ENSZ BT;Biztonsági Tanács|Рада Безпеки ООН;Радбез ООН;Рада Безпеки;Рада безпеки ООН;Радбез
b|United Nations|assembly|UN General Assembly;U.N. General Assembly;United Nations General Assembly;General Assembly;UNGA|Assemblée générale de l'ONU;Assemblée générale des Nations unies;Assemblée générale|UN-Generalversammlung;Generalversammlung der Vereinten Nationen;UN-Vollversammlung;UNO-Generalversammlung|ENSZ Közgyűlése;ENSZ-közgyűlés;ENSZ Közgyűlés|Генеральна Асамблея ООН;Генасамблея ООН;Генеральна асамблея ООН
b|United Nations|council|UN Human Rights Council;U.N. Human Rights Council;United Nations Human Rights Council;Human Rights Council;UNHRC|Conseil des droits de l'homme de l'ONU;Conseil des droits de l'homme|UN-Menschenrechtsrat;UNO-Menschenrechtsrat|ENSZ Emberi Jogi Tanácsa|Рада ООН з прав людини
b|United Nations|council|UN Economic and Social Council;Economic and Social Council;ECOSOC||||
b|United Nations|secretariat|UN Secretariat;United Nations Secretariat||||
o|United Nations|agency;watchdog|International Atomic Energy Agency;IAEA;I.A.E.A.|Agence internationale de l'énergie atomique;AIEA|Internationale Atomenergiebehörde;Internationale Atomenergie-Organisation;IAEA;IAEO|Nemzetközi Atomenergia-ügynökség;NAÜ|Міжнародне агентство з атомної енергії;МАГАТЕ
o|United Nations|agency;organization;organisation|World Health Organization;World Health Organisation;WHO|Organisation mondiale de la santé;OMS|Weltgesundheitsorganisation;WHO|Egészségügyi Világszervezet;WHO|Всесвітня організація охорони здоров'я;ВООЗ
o|United Nations|agency|United Nations Children's Fund;UNICEF|UNICEF;Unicef|UNICEF;Unicef|UNICEF|ЮНІСЕФ
o|United Nations|agency|UNESCO;United Nations Educational, Scientific and Cultural Organization|UNESCO;Unesco|UNESCO;Unesco|UNESCO|ЮНЕСКО
o|United Nations|agency|UN High Commissioner for Refugees;UNHCR;United Nations High Commissioner for Refugees;UN Refugee Agency;UN refugee agency;U.N. refugee agency|HCR;Haut-Commissariat aux réfugiés;Haut Commissariat des Nations unies pour les réfugiés|UNHCR;UN-Flüchtlingshilfswerk|ENSZ Menekültügyi Főbiztossága|УВКБ ООН
b|United Nations|office|Office of the United Nations High Commissioner for Human Rights;OHCHR;UN Human Rights Office;UN human rights office||||
o|United Nations|agency;programme;program|World Food Programme;World Food Program;WFP|Programme alimentaire mondial;PAM|Welternährungsprogramm;WFP|Élelmezési Világprogram;WFP|Всесвітня продовольча програма
o|United Nations|agency;organization;organisation|Food and Agriculture Organization;FAO||||
o|United Nations|agency|UNRWA;United Nations Relief and Works Agency|UNRWA|UNRWA|UNRWA|БАПОР
b|United Nations|office|Office for the Coordination of Humanitarian Affairs;UN Office for the Coordination of Humanitarian Affairs;OCHA||||
o|United Nations|programme;program|UN Development Programme;United Nations Development Programme;United Nations Development Program;UNDP|PNUD|UNDP|UNDP|ПРООН
b|United Nations|mission|UNIFIL;United Nations Interim Force in Lebanon|FINUL;Finul|UNIFIL|UNIFIL|
b|United Nations|mission|MINUSMA||||
b|United Nations|mission|MONUSCO||||
b|United Nations|court|International Court of Justice;ICJ|Cour internationale de justice;CIJ|Internationaler Gerichtshof;Internationale Gerichtshof;IGH|Nemzetközi Bíróság|Міжнародний суд ООН
o|United Nations|agency;organization;organisation|International Labour Organization;International Labor Organization;ILO||||
o|United Nations|agency;organization;organisation|International Organization for Migration;IOM|Organisation internationale pour les migrations;OIM||Nemzetközi Migrációs Szervezet|Міжнародна організація з міграції
o|United Nations|agency;organization;organisation|International Maritime Organization;IMO||||
o|United Nations|agency;organization;organisation|International Civil Aviation Organization;ICAO||||
b|United Nations|commission|Independent International Commission of Inquiry on Ukraine||||
o||court|International Criminal Court;ICC|Cour pénale internationale;CPI|Internationaler Strafgerichtshof;Internationale Strafgerichtshof;IStGH|Nemzetközi Büntetőbíróság|Міжнародний кримінальний суд;МКС
o||fund|International Monetary Fund;IMF|Fonds monétaire international;FMI|Internationaler Währungsfonds;Internationale Währungsfonds;IWF|Nemzetközi Valutaalap;IMF|Міжнародний валютний фонд;МВФ
o||bank|World Bank;World Bank Group|Banque mondiale|Weltbank|Világbank|Світовий банк
o||organization;organisation|World Trade Organization;World Trade Organisation;WTO|Organisation mondiale du commerce;OMC|Welthandelsorganisation;WTO|Kereskedelmi Világszervezet;WTO|Світова організація торгівлі;СОТ
o||organization;organisation|Organization for Security and Co-operation in Europe;Organization for Security and Cooperation in Europe;Organisation for Security and Co-operation in Europe;Organisation for Security and Cooperation in Europe;OSCE|Organisation pour la sécurité et la coopération en Europe;OSCE|Organisation für Sicherheit und Zusammenarbeit in Europa;OSZE|Európai Biztonsági és Együttműködési Szervezet;EBESZ|Організація з безпеки і співробітництва в Європі;ОБСЄ
o||council|Council of Europe|Conseil de l'Europe|Europarat|Európa Tanács|Рада Європи
b|Council of Europe|assembly|Parliamentary Assembly of the Council of Europe;PACE|Assemblée parlementaire du Conseil de l'Europe|Parlamentarische Versammlung des Europarates|Az Európa Tanács Parlamenti Közgyűlése|Парламентська асамблея Ради Європи;ПАРЄ
b|Council of Europe|commission|Venice Commission|Commission de Venise|Venedig-Kommission|Velencei Bizottság|Венеційська комісія
b|Council of Europe|court|European Court of Human Rights;ECHR;ECtHR|Cour européenne des droits de l'homme;CEDH|Europäischer Gerichtshof für Menschenrechte;EGMR|Emberi Jogok Európai Bírósága|Європейський суд з прав людини;ЄСПЛ
o||union;bloc|African Union;AU|Union africaine;UA|Afrikanische Union;Afrikanischen Union|Afrikai Unió|Африканський союз;Африканський Союз
b|African Union|commission|African Union Commission;AU Commission|Commission de l'Union africaine|Kommission der Afrikanischen Union|Afrikai Unió Bizottsága|Комісія Африканського союзу
b|African Union|council|African Union Peace and Security Council;AU Peace and Security Council|Conseil de paix et de sécurité de l'Union africaine|||
o||bloc;community|Economic Community of West African States;ECOWAS|Communauté économique des États de l'Afrique de l'Ouest;CEDEAO;Cédéao;Cedeao|Westafrikanische Wirtschaftsgemeinschaft;ECOWAS|Nyugat-afrikai Államok Gazdasági Közössége;ECOWAS|ЕКОВАС
o||alliance;confederation|Alliance of Sahel States;Confederation of Sahel States|Alliance des États du Sahel;Confédération des États du Sahel|Allianz der Sahelstaaten||
o||bloc;community|Southern African Development Community;SADC|Communauté de développement de l'Afrique australe|||
o||bloc;community|East African Community;EAC||||
o||bloc|Intergovernmental Authority on Development;IGAD||||
o||bloc;association|Association of Southeast Asian Nations;ASEAN|Association des nations de l'Asie du Sud-Est;ASEAN;Asean|ASEAN;Verband Südostasiatischer Nationen|ASEAN|АСЕАН
o||group|Group of Seven;G7;G-7|G7|G7|G7|«Велика сімка»;Велика сімка;G7
o||group|Group of Eight;G8;G-8|G8|G8|G8|
o||group|Group of Twenty;G20;G-20|G20|G20|G20|Велика двадцятка;G20
o||group;bloc|BRICS|BRICS|BRICS|BRICS|БРІКС
o||cartel;organization;organisation|Organization of the Petroleum Exporting Countries;OPEC|OPEP;Opep|OPEC;Opec|OPEC|ОПЕК
o||group|OPEC+|OPEP+;Opep+|OPEC+|OPEC+|ОПЕК+
o||league|League of Arab States;Arab League|Ligue arabe;Ligue des États arabes|Arabische Liga;Arabischen Liga|Arab Liga|Ліга арабських держав
o||organization;organisation|Organisation of Islamic Cooperation;Organization of Islamic Cooperation;OIC|Organisation de la coopération islamique;OCI|Organisation für Islamische Zusammenarbeit|Iszlám Együttműködés Szervezete|Організація ісламського співробітництва
o||council|Gulf Cooperation Council;GCC|Conseil de coopération du Golfe;CCG|Golf-Kooperationsrat;Golfkooperationsrat|Öböl Menti Együttműködési Tanács|
o||organization;organisation|Organization of American States;OAS|Organisation des États américains;OEA|Organisation Amerikanischer Staaten|Amerikai Államok Szervezete|Організація американських держав
o||bloc|Mercosur|Mercosur|Mercosur|Mercosur|МЕРКОСУР
o||bloc;community|Caribbean Community;CARICOM|Caricom|||
o||community|Community of Latin American and Caribbean States;CELAC|Celac|||
o||organization;organisation;alliance|Collective Security Treaty Organization;Collective Security Treaty Organisation;CSTO|Organisation du traité de sécurité collective;OTSC|Organisation des Vertrags über kollektive Sicherheit;OVKS|Kollektív Biztonsági Szerződés Szervezete;KBSZSZ|Організація Договору про колективну безпеку;ОДКБ
o||organization;organisation|Shanghai Cooperation Organization;Shanghai Cooperation Organisation;SCO|Organisation de coopération de Shanghai;OCS|Shanghaier Organisation für Zusammenarbeit;SOZ|Sanghaji Együttműködési Szervezet|Шанхайська організація співробітництва;ШОС
o||commonwealth|Commonwealth of Independent States;CIS|Communauté des États indépendants;CEI|Gemeinschaft Unabhängiger Staaten;GUS|Független Államok Közössége;FÁK|Співдружність Незалежних Держав;СНД
o||union|Eurasian Economic Union;EAEU|Union économique eurasiatique;UEEA|Eurasische Wirtschaftsunion|Eurázsiai Gazdasági Unió|Євразійський економічний союз;ЄАЕС
o||union|Union State||Unionsstaat||Союзна держава
o||organization;organisation|Organization of Turkic States;Organisation of Turkic States;Turkic Council|Organisation des États turciques|Organisation der Turkstaaten|Türk Államok Szervezete|Організація тюркських держав
o||group|Visegrad Group;Visegrád Group;Visegrad Four;V4|Groupe de Visegrad;Groupe de Visegrád|Visegrád-Gruppe;Visegrad-Gruppe;Visegrád-Staaten|Visegrádi Csoport;Visegrádi Négyek;V4|Вишеградська група;Вишеградська четвірка
o||group|Bucharest Nine;B9||||Бухарестська дев'ятка
o||group|Ramstein Group;Ukraine Defense Contact Group;Ukraine Defence Contact Group;UDCG||Ramstein-Gruppe;Ukraine-Kontaktgruppe||Контактна група з питань оборони України
o||group|Normandy Four||||Нормандська четвірка
o||group|Trilateral Contact Group||||Тристороння контактна група
o||community|European Political Community;EPC|Communauté politique européenne;CPE|Europäische Politische Gemeinschaft|Európai Politikai Közösség|Європейська політична спільнота
o||commonwealth|Commonwealth of Nations|Commonwealth|||
o||organization;organisation|Organisation for Economic Co-operation and Development;Organization for Economic Cooperation and Development;Organisation for Economic Cooperation and Development;OECD|OCDE|OECD|OECD|ОЕСР
o||bank|European Bank for Reconstruction and Development;EBRD|BERD|EBWE|EBRD|ЄБРР
o||bank|Asian Development Bank;ADB||||
o||bank|African Development Bank;AfDB||||
o||bank|Asian Infrastructure Investment Bank;AIIB||||
o||forum|Asia-Pacific Economic Cooperation;APEC|APEC|APEC|APEC|АТЕС
o||forum|World Economic Forum;WEF|Forum économique mondial|Weltwirtschaftsforum|Világgazdasági Fórum|Всесвітній економічний форум
o||pact|AUKUS|AUKUS;Aukus|AUKUS|AUKUS|АУКУС
o||group|Quad|||| 
o||organization;organisation;watchdog|Organisation for the Prohibition of Chemical Weapons;Organization for the Prohibition of Chemical Weapons;OPCW|OIAC|OPCW|OPCW|ОЗХЗ
o||agency;organization;organisation|Interpol;INTERPOL|Interpol|Interpol|Interpol|Інтерпол
o||agency|International Energy Agency;IEA|Agence internationale de l'énergie;AIE|Internationale Energieagentur|Nemzetközi Energiaügynökség|Міжнародне енергетичне агентство
o||committee|International Olympic Committee;IOC|Comité international olympique;CIO|Internationales Olympisches Komitee;IOC|Nemzetközi Olimpiai Bizottság;NOB|Міжнародний олімпійський комітет;МОК
o||committee;organization;organisation|Red Cross;International Red Cross|Croix-Rouge|Rotes Kreuz;Roten Kreuz;Rote Kreuz|Vöröskereszt|Червоний Хрест
o||committee;organization;organisation|International Committee of the Red Cross;ICRC|Comité international de la Croix-Rouge;CICR|Internationales Komitee vom Roten Kreuz;IKRK|Vöröskereszt Nemzetközi Bizottsága|Міжнародний комітет Червоного Хреста;МКЧХ
o||federation|International Federation of Red Cross and Red Crescent Societies;IFRC||||
o||organization;organisation|Red Crescent|Croissant-Rouge|Roter Halbmond|Vörös Félhold|Червоний Півмісяць
o||organization;organisation;group|Doctors Without Borders;Médecins Sans Frontières;MSF|Médecins sans frontières|Ärzte ohne Grenzen|Orvosok Határok Nélkül|Лікарі без кордонів
o||organization;organisation;group|Amnesty International|||| 
o||organization;organisation;group|Human Rights Watch;HRW||||
o||organization;organisation;group|Reporters Without Borders;RSF|Reporters sans frontières|Reporter ohne Grenzen|Riporterek Határok Nélkül|Репортери без кордонів
o||organization;organisation;group|Transparency International||||
o||organization;organisation;group|Greenpeace|||| 
o||group;movement;organization;organisation|Hamas|Hamas|Hamas|Hamász|ХАМАС
o||group;movement;organization;organisation|Hezbollah;Hizbullah;Hizballah|Hezbollah|Hisbollah|Hezbollah|Хезболла
o||movement;group|Taliban;Taleban|talibans;Talibans|Taliban|Tálibok|Талібан
o||group;rebels|Houthis;Houthi;Ansar Allah|Houthis|Huthi;Huthis|Húszik|Хусити
o||group|Islamic State;ISIS;ISIL;Daesh|État islamique;Daech|Islamischer Staat|Iszlám Állam|Ісламська держава
o||group|al-Qaeda;al-Qaida;Al-Qaeda;Al Qaeda|Al-Qaïda|Al-Kaida|al-Káida|Аль-Каїда
o||group|Kurdistan Workers' Party;PKK;Kurdistan Workers Party|Parti des travailleurs du Kurdistan;PKK|Arbeiterpartei Kurdistans;PKK|Kurdisztáni Munkáspárt;PKK|Робітнича партія Курдистану;РПК
o||group|People's Protection Units;YPG||||
o||group|Syrian Democratic Forces;SDF||||
o||group;company|Wagner Group;Wagner|Groupe Wagner;Wagner|Gruppe Wagner;Wagner-Gruppe|Wagner-csoport|ПВК «Вагнер»
o||force|Rapid Support Forces;RSF||||
o||organization;organisation|Palestine Liberation Organization;PLO|OLP|PLO|PFSZ|ОВП
o||party|Fatah|Fatah|Fatah|Fatah|ФАТХ
o||company|General Electric;GE||||
o||company|General Motors||||
o||company|General Dynamics||||
o||company|Boeing||||
o||company|Lockheed Martin||||
o||company|Rheinmetall|Rheinmetall|Rheinmetall||
o||company|Airbus|Airbus|Airbus||
o||company|Lukoil;LUKOIL|Loukoïl|Lukoil|Lukoil|Лукойл
o||company|Gazprom|Gazprom|Gazprom|Gazprom|Газпром
o||company|Rosatom|Rosatom|Rosatom|Roszatom|Росатом
o||company|Naftogaz|Naftogaz|Naftogaz|Naftohaz|Нафтогаз
o||company|Energoatom||||Енергоатом
o||company|Rosneft|Rosneft|Rosneft|Rosznyefty|Роснефть
o||party|Fidesz|Fidesz|Fidesz|Fidesz|Фідес
b|NATO|force|KFOR;Kosovo Force||||
b|NATO|force|ISAF;International Security Assistance Force||||
b|European Union|force;mission|EUFOR;EUFOR Althea||||
b||mission|OSCE Special Monitoring Mission;Special Monitoring Mission;SMM||||
o||force|Joint Expeditionary Force;JEF||||
o||triangle|Weimar Triangle|Triangle de Weimar|Weimarer Dreieck||Веймарський трикутник
o||council|Nordic Council||||
o||initiative|Three Seas Initiative||||
o||institute|Chatham House||||
o||endowment|Carnegie Endowment for International Peace;Carnegie Endowment;Carnegie Europe||||
o||institution|Brookings Institution;Brookings||||
o||corporation|RAND Corporation;RAND||||
o||center;centre|Center for Strategic and International Studies;CSIS||||
o||institute|International Institute for Strategic Studies;IISS||||
o||council|European Council on Foreign Relations;ECFR||||
o||institute|Stockholm International Peace Research Institute;SIPRI||||
o||group|International Crisis Group;Crisis Group||||
o||institute|Royal United Services Institute;RUSI||||
o||institute|Institute for the Study of War;ISW||||
o||fund|German Marshall Fund;GMF||||
o||organization;organisation|Freedom House||||
o||party|European People's Party;EPP|Parti populaire européen;PPE|Europäische Volkspartei;EVP|Európai Néppárt|Європейська народна партія;ЄНП
o||party|Jobbik|Jobbik|Jobbik|Jobbik|Йоббік
o||company|Uniper||||
b||command|NORAD;North American Aerospace Defense Command||||
o||platform|Crimea Platform|Plateforme de Crimée|Krim-Plattform|Krími Platform|Кримська платформа
o||group|Nordic-Baltic Eight;NB8||||
o||council|Arctic Council|Conseil de l'Arctique|Arktischer Rat|Sarkvidéki Tanács|Арктична рада
`;
