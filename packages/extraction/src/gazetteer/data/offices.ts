/**
 * Names in Latin letters, the first to show | office | state (ISO code) or organisation | when it was held, as EDTF.
 * Only what is sure. An interval without an end was not over on the last day of {@link officesKnownUntil}.
 */
export const offices = `
António Guterres|Secretary-General|United Nations|2017-01-01/2026-12-31
Ban Ki-moon|Secretary-General|United Nations|2007-01-01/2016-12-31
Kofi Annan|Secretary-General|United Nations|1997-01-01/2006-12-31
Mark Rutte|Secretary General|NATO|2024-10-01/
Jens Stoltenberg|Secretary General|NATO|2014-10-01/2024-09-30
Anders Fogh Rasmussen|Secretary General|NATO|2009-08-01/2014-09-30
Jaap de Hoop Scheffer|Secretary General|NATO|2004-01-05/2009-07-31
Ursula von der Leyen|President|European Commission|2019-12-01/
Jean-Claude Juncker|President|European Commission|2014-11-01/2019-11-30
António Costa|President|European Council|2024-12-01/
Charles Michel|President|European Council|2019-12-01/2024-11-30
Donald Tusk|President|European Council|2014-12-01/2019-11-30
Donald Tusk|Prime Minister|PL|2023-12-13/
Kaja Kallas|High Representative for Foreign Affairs and Security Policy|European Union|2024-12-01/
Kaja Kallas|Prime Minister|EE|2021-01-26/2024-07-23
Josep Borrell|High Representative for Foreign Affairs and Security Policy|European Union|2019-12-01/2024-11-30
Federica Mogherini|High Representative for Foreign Affairs and Security Policy|European Union|2014-11-01/2019-11-30
Catherine Ashton|High Representative for Foreign Affairs and Security Policy|European Union|2009-12-01/2014-10-31
Roberta Metsola|President|European Parliament|2022-01-18/
Christine Lagarde|President|European Central Bank|2019-11-01/
Kristalina Georgieva|Managing Director|International Monetary Fund|2019-10-01/
Rafael Grossi;Rafael Mariano Grossi|Director General|International Atomic Energy Agency|2019-12-03/
Tedros Adhanom Ghebreyesus|Director-General|World Health Organization|2017-07-01/
Barack Obama|President|US|2009-01-20/2017-01-20
Donald Trump;Donald J. Trump|President|US|2017-01-20/2021-01-20
Donald Trump|President|US|2025-01-20/
Joe Biden;Joseph Biden;Joseph R. Biden|President|US|2021-01-20/2025-01-20
Kamala Harris|Vice President|US|2021-01-20/2025-01-20
Hillary Clinton|Secretary of State|US|2009-01-21/2013-02-01
John Kerry|Secretary of State|US|2013-02-01/2017-01-20
Rex Tillerson|Secretary of State|US|2017-02-01/2018-03-31
Mike Pompeo|Secretary of State|US|2018-04-26/2021-01-20
Antony Blinken;Anthony Blinken;Tony Blinken|Secretary of State|US|2021-01-26/2025-01-20
Marco Rubio|Secretary of State|US|2025-01-21/
Lloyd Austin;Lloyd J. Austin|Secretary of Defense|US|2021-01-22/2025-01-20
Jake Sullivan|National Security Advisor|US|2021-01-20/2025-01-20
Volodymyr Zelenskyy;Volodymyr Zelensky|President|UA|2019-05-20/
Petro Poroshenko|President|UA|2014-06-07/2019-05-20
Viktor Yanukovych|President|UA|2010-02-25/2014-02-22
Denys Shmyhal|Prime Minister|UA|2020-03-04/2025-07-16
Andrii Sybiha|Minister of Foreign Affairs|UA|2024-09-05/
Dmytro Kuleba|Minister of Foreign Affairs|UA|2020-03-04/2024-09-05
Vadym Prystaiko|Minister of Foreign Affairs|UA|2019-08-29/2020-03-04
Pavlo Klimkin|Minister of Foreign Affairs|UA|2014-06-19/2019-08-29
Vladimir Putin|President|RU|2012-05-07/
Sergey Lavrov|Minister of Foreign Affairs|RU|2004-03-09/
Sergei Shoigu|Minister of Defence|RU|2012-11-06/2024-05-12
Mikhail Mishustin|Prime Minister|RU|2020-01-16/
Dmitry Peskov|Press Secretary of the President|RU|2012-05/
Maria Zakharova|Spokeswoman of the Ministry of Foreign Affairs|RU|2015-08-10/
Viktor Orbán|Prime Minister|HU|2010-05-29/
Péter Szijjártó|Minister of Foreign Affairs|HU|2014-09-23/
Katalin Novák|President|HU|2022-05-10/2024-02-26
Andrzej Duda|President|PL|2015-08-06/2025-08-06
Mateusz Morawiecki|Prime Minister|PL|2017-12-11/2023-12-13
Radosław Sikorski|Minister of Foreign Affairs|PL|2023-12-13/
Angela Merkel|Chancellor|DE|2005-11-22/2021-12-08
Olaf Scholz|Chancellor|DE|2021-12-08/2025-05-06
Friedrich Merz|Chancellor|DE|2025-05-06/
Frank-Walter Steinmeier|President|DE|2017-03-19/
Heiko Maas|Minister for Foreign Affairs|DE|2018-03-14/2021-12-08
Annalena Baerbock|Minister for Foreign Affairs|DE|2021-12-08/2025-05-06
Boris Pistorius|Minister of Defence|DE|2023-01-19/
Emmanuel Macron|President|FR|2017-05-14/
François Hollande|President|FR|2012-05-15/2017-05-14
Jean-Yves Le Drian|Minister for Foreign Affairs|FR|2017-05-17/2022-05-20
Catherine Colonna|Minister for Foreign Affairs|FR|2022-05-20/2024-01-11
Stéphane Séjourné|Minister for Foreign Affairs|FR|2024-01-11/2024-09-21
Jean-Noël Barrot|Minister for Foreign Affairs|FR|2024-09-21/
Boris Johnson|Prime Minister|GB|2019-07-24/2022-09-06
Boris Johnson|Foreign Secretary|GB|2016-07-13/2018-07-09
Theresa May|Prime Minister|GB|2016-07-13/2019-07-24
Liz Truss;Elizabeth Truss|Foreign Secretary|GB|2021-09-15/2022-09-06
Liz Truss|Prime Minister|GB|2022-09-06/2022-10-25
Rishi Sunak|Prime Minister|GB|2022-10-25/2024-07-05
Keir Starmer|Prime Minister|GB|2024-07-05/
James Cleverly|Foreign Secretary|GB|2022-09-06/2023-11-13
David Cameron|Foreign Secretary|GB|2023-11-13/2024-07-05
David Lammy|Foreign Secretary|GB|2024-07-05/2025-09-05
Ben Wallace|Secretary of State for Defence|GB|2019-07-24/2023-08-31
Recep Tayyip Erdoğan;Recep Tayyip Erdogan;Tayyip Erdogan|President|TR|2014-08-28/
Mevlüt Çavuşoğlu;Mevlut Cavusoglu|Minister of Foreign Affairs|TR|2015-11-24/2023-06-03
Hakan Fidan|Minister of Foreign Affairs|TR|2023-06-03/
Xi Jinping|President|CN|2013-03-14/
Wang Yi|Minister of Foreign Affairs|CN|2013-03-16/2022-12-30
Wang Yi|Minister of Foreign Affairs|CN|2023-07-25/
Giorgia Meloni|Prime Minister|IT|2022-10-22/
Antonio Tajani|Minister of Foreign Affairs|IT|2022-10-22/
Mario Draghi|Prime Minister|IT|2021-02-13/2022-10-22
Justin Trudeau|Prime Minister|CA|2015-11-04/2025-03-14
Mark Carney|Prime Minister|CA|2025-03-14/
Mélanie Joly|Minister of Foreign Affairs|CA|2021-10-26/2025-05-13
Sauli Niinistö|President|FI|2012-03-01/2024-03-01
Alexander Stubb|President|FI|2024-03-01/
Sanna Marin|Prime Minister|FI|2019-12-10/2023-06-20
Pekka Haavisto|Minister for Foreign Affairs|FI|2019-06-06/2023-06-20
Elina Valtonen|Minister for Foreign Affairs|FI|2023-06-20/
Magdalena Andersson|Prime Minister|SE|2021-11-30/2022-10-18
Ulf Kristersson|Prime Minister|SE|2022-10-18/
Ann Linde|Minister for Foreign Affairs|SE|2019-09-10/2022-10-17
Tobias Billström|Minister for Foreign Affairs|SE|2022-10-18/2024-09-10
Gabrielius Landsbergis|Minister of Foreign Affairs|LT|2020-12-11/2024-12-12
Gitanas Nausėda|President|LT|2019-07-12/
Edgars Rinkēvičs|Minister of Foreign Affairs|LV|2011-10-25/2023-07-07
Edgars Rinkēvičs|President|LV|2023-07-08/
Alexander Lukashenko;Aleksandr Lukashenko;Alyaksandr Lukashenka|President|BY|1994-07-20/
Benjamin Netanyahu|Prime Minister|IL|2009-03-31/2021-06-13
Benjamin Netanyahu|Prime Minister|IL|2022-12-29/
Narendra Modi|Prime Minister|IN|2014-05-26/
Fumio Kishida|Prime Minister|JP|2021-10-04/2024-10-01
Shinzo Abe|Prime Minister|JP|2012-12-26/2020-09-16
Jair Bolsonaro|President|BR|2019-01-01/2022-12-31
Luiz Inácio Lula da Silva|President|BR|2023-01-01/
Aleksandar Vučić|President|RS|2017-05-31/
Robert Fico|Prime Minister|SK|2023-10-25/
Petr Pavel|President|CZ|2023-03-09/
Petr Fiala|Prime Minister|CZ|2021-11-28/2025-11
Maia Sandu|President|MD|2020-12-24/
Bashar al-Assad|President|SY|2000-07-17/2024-12-08
Ebrahim Raisi|President|IR|2021-08-03/2024-05-19
Moussa Faki Mahamat|Chairperson|African Union Commission|2017-03-14/2025-03
Helga Schmid;Helga Maria Schmid|Secretary General|Organization for Security and Co-operation in Europe|2020-12-04/2024-09-03
`;

/** The last day on which the offices without an end are sure to have been held. */
export const officesKnownUntil = '2025-12-31';
