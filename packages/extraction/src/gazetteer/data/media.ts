/**
 * News agencies, papers, broadcasters. `=` begins one whose name is a common word or name: it counts only where the text
 * treats it as a medium ("in an interview with Index", "told Time").
 */
export const media = `
ABC News;AFP;Agence France-Presse;Al Arabiya;Al Jazeera;Al-Jazeera;Al-Monitor;Anadolu Agency;Anadolu;ANSA;AP;Associated Press
The Associated Press;APA;ARD;Axios;Bayerischer Rundfunk;BBC;BBC News;BBC Ukrainian;Belga;BelTA;Bild;Bloomberg;BNS;Breitbart;BTA
Budapest Times;The Budapest Times;Business Insider;BuzzFeed News;BuzzFeed;CBC;CBS;CBS News;CCTV;CGTN;Channel 4 News;China Daily;CNBC;CNN;CNN Türk;C-SPAN
Corriere della Sera;ČTK;CTK;Daily Express;Daily Mail;Daily News Hungary;Daily Telegraph;Daily Sabah;Der Spiegel;Der Standard;Deutsche Welle
Deutschlandfunk;Die Presse;Die Welt;Die Zeit;DPA;dpa;Economic Times;The Economist;EFE;El Mundo;El País;ERR;EUobserver;Euractiv;EURACTIV;Euronews
European Pravda;Європейська правда;Evening Standard;Financial Times;Forbes;Foreign Affairs Magazine;Foreign Policy;Fox News;France 24;France Info;franceinfo;France Inter
Frankfurter Allgemeine Zeitung;FAZ;Global Times;Haaretz;Handelsblatt;Hindustan Times;Hromadske;HuffPost;Huffington Post;Hungary Today;HVG;HINA;IANS
Interfax;Interfax-Ukraine;Інтерфакс-Україна;IRNA;ITAR-TASS;Izvestia;Jerusalem Post;The Jerusalem Post;JTA;Kathimerini;Kommersant;Komsomolskaya Pravda;KyivPost;Kyiv Post;The Kyiv Post;The Kyiv Independent;Kyiv Independent
Kossuth Rádió;Kossuth Radio;Kyodo;Kyodo News;La Croix;La Repubblica;La Stampa;La Tribune;Le Figaro;Le Monde;Le Parisien;Le Soir;Libération;LIGA.net;LRT;Los Angeles Times
M1;Magyar Nemzet;Magyar Hang;Magyar Hírlap;Mediaite;Mediapart;Meduza;Moscow Times;The Moscow Times;MSNBC;MTI;MTV;Népszava;NBC;NBC News;Neue Zürcher Zeitung;NZZ;New York Post
New York Times;The New York Times;The New Yorker;Newsweek;NewsNation;NHK;Nikkei;Nikkei Asia;NOS;Novaya Gazeta;NPR;NTV;ORF;Origo;PAP;PBS;PBS NewsHour;Politico;POLITICO;Politico Europe
Portfolio.hu;PTI;Radio Free Europe;Radio Free Europe/Radio Liberty;RFE/RL;Radio Liberty;Radio Svoboda;Радіо Свобода;RAI;RBC;RBC-Ukraine;РБК-Україна;Reuters;Рейтер;RFI;RIA;RIA Novosti;РІА Новини;Rossiya 24;Rossiya 1;RT;Russia Today;RTÉ;RTL;RTBF;RTS
Rzeczpospolita;Semafor;Sky News;South China Morning Post;Spiegel;STT;Süddeutsche Zeitung;Suspilne;Суспільне;SVT;Swissinfo;TASS;ТАСС;Telex;The Atlantic;The Daily Beast;The Daily Telegraph;The Guardian
The Hill;The Independent;The Hindu;The Sun;The Times;The Times of Israel;Times of Israel;The Wall Street Journal;Wall Street Journal;WSJ;The Washington Post;Washington Post;The Washington Times;The Telegraph;The Sunday Times;The Observer;TF1;LCI;BFMTV;BFM;BFM TV;CNews;France 2;France 3;Europe 1
Time magazine;Tagesspiegel;Tagesschau;TVP;TV2;ATV;TRT;TRT World;Turkish Press;UATV;Ukrainska Pravda;Українська правда;Ukrayinska Pravda;Ukrinform;Укрінформ;UNIAN;УНІАН;UPI;UrduPoint News;UrduPoint;USA Today;VOA;Voice of America;Голос Америки;VRT;Vox;Welt;Wyborcza;Gazeta Wyborcza;Xinhua;Xinhua News Agency;Yle;YLE;Yonhap;ZDF;Zeit Online;Dzerkalo Tyzhnia;24 Kanal;Espreso;Kanal 24;1+1;444;24.hu
=Index;=Time;=Pravda;=Mandiner;=Sputnik;=Echo;=Fox;=Globe;=Mirror;=Observer;=Standard;=Focus;=Stern;=Profil;=Kurier;=Krone;=Metro;=Mint;=Dawn;=Sun;=Independent;=Guardian;=Economist;=Hill;=Telegraph;=Insider;=Post;=Times;=Vesti;=Rossiya;=Zvezda;=Radio Kossuth;=TV Rain;=Dozhd;=Liberty;=Nation;=Spectator;=Atlantic;=Le Point;=L'Express;=Marianne;=L'Obs
`;
