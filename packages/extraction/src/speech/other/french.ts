import { pronounsOf, wordActs, wordSet, type Frame } from './frame';

const participles = wordActs({
  asserts: `déclaré affirmé dit ajouté souligné expliqué indiqué précisé annoncé estimé assuré répété rappelé insisté noté poursuivi
    conclu martelé lancé écrit confié raconté reconnu admis jugé regretté déploré réaffirmé réitéré confirmé commenté répondu rétorqué
    argué avancé relevé observé révélé résumé fait signalé soutenu constaté concédé mentionné considéré evoqué évoqué expliqué remarqué
    renchéri enchaîné ironisé tweeté publié communiqué rapporté détaillé clamé lâché glissé parlé félicité remercié qualifié maintenu certifié garanti réagi évalué emporté exclamé
    insurgé réjoui inquiété indigné étonné agacé défendu tonné raillé pointé plaisanté asséné tranché abondé nuancé tempéré pesté tempêté
    justifié interrogé chiffré croire laissé`,
  denies: 'nié démenti contesté réfuté',
  refuses: 'refusé décliné exclu écarté',
  supports: 'salué applaudi approuvé soutenu encouragé loué',
  opposes: 'balayé rejeté condamné critiqué dénoncé fustigé désapprouvé accusé blâmé',
  proposes:
    'proposé demandé appelé exhorté exigé réclamé suggéré plaidé recommandé préconisé invité pressé enjoint souhaité sollicité',
  warns: 'prévenu averti menacé alerté',
  commits: 'promis juré garanti',
});

export const french: Frame = {
  participles,
  verbs: wordActs({
    asserts: `déclare affirme dit ajoute souligne explique indique précise annonce estime assure répète rappelle insiste note poursuit
      conclut lance écrit confie raconte reconnaît admet juge regrette déplore réaffirme réitère confirme commente répond rétorque
      argue avance relève observe révèle résume signale constate déclarait affirmait disait estimait expliquait assurait soulignait
      déclarent affirment disent ajoutent soulignent expliquent indiquent estiment assurent rappellent jugent ressort considère
      martèle réagit prévoit redoute craint tonne tranche glisse nuance ironise plaisante martelait martèlent détaille rapporte parle maintient certifie qualifie`,
    denies: 'nie dément conteste réfute',
    refuses: 'refuse exclut',
    supports: 'salue applaudit approuve soutient félicite remercie',
    opposes: 'rejette condamne critique dénonce fustige accuse',
    proposes: 'propose demande appelle exhorte invite presse exige réclame suggère plaide recommande préconise',
    warns: 'prévient avertit menace alerte',
    commits: 'promet jure',
  }),
  auxiliaries:
    wordSet(`a ont avait avaient aurait auraient ayant est sont était s' a-t-il a-t-elle ont-ils ont-elles avait-il avait-elle
    ai avons veut voulait veulent`),
  gerunds: wordActs({
    asserts: `ajoutant estimant soulignant précisant affirmant assurant déclarant expliquant indiquant rappelant jugeant notant insistant
      disant annonçant regrettant déplorant répétant réaffirmant confirmant considérant arguant observant concluant`,
    denies: 'niant démentant',
    opposes: 'dénonçant condamnant critiquant',
    supports: 'saluant',
    proposes: 'appelant exhortant proposant demandant',
    warns: 'avertissant prévenant menaçant',
    commits: 'promettant',
  }),
  particles: wordSet('savoir valoir remarquer observer'),
  adverbs:
    wordSet(`également aussi déjà encore notamment toutefois cependant pourtant d' ailleurs ensuite alors de nouveau à fois par
    toujours souvent précédemment récemment quant lui elle eux fermement vivement clairement ainsi plusieurs reprises été même mercredi
    lundi mardi jeudi vendredi samedi dimanche hier aujourd'hui précisément bien ouvertement vigoureusement`),
  that: wordSet("que qu'"),
  objects:
    wordSet(`souligné critiqué condamné dénoncé salué rejeté regretté déploré fustigé exclu demandé réclamé exigé proposé soutenu
    démenti nié écarté balayé évalué défendu pointé rappelé évoqué annoncé confirmé réaffirmé réitéré appelé exhorté invité souligne critique condamne dénonce salue rejette regrette déplore exclut promis juré félicité remercié soutient félicite remercie refusé refuse promet
    demande réclame exige propose dément nie annonce confirme réaffirme réitère dénonçant saluant condamnant critiquant`),
  infinitives: wordSet(
    'regretter craindre vouloir souhaiter refuser espérer redouter craindre comprendre soutenir entendre',
  ),
  infinitive: /^(?!.*(?:janvier|février|hier|premier|dernier)$)\p{Ll}{2,}(?:er|ir|oir|re)$/u,
  noParticle: new Set(),
  separable: new Map(),
  paired: new Map([
    ['parlé', 'de'],
    ['parle', 'de'],
    ['parlé', "d'"],
  ]),
  recipients: wordSet(
    'appelé appelle exhorté exhorte invité invite pressé presse enjoint encouragé encourage appelant exhortant invitant accusé accuse accusant',
  ),
  days: wordSet("lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd'hui"),
  according: [['selon'], ["d'", 'après'], ['aux', 'yeux', 'de'], ['de', "l'", 'avis', 'de']],
  opinion: new Set(['pour']),
  accordingAfter: new Set(),
  so: new Set(),
  impersonal: wordSet('ressort'),
  within: wordSet('de dans du'),
  pointing: [
    ["c'", 'est', 'ce', "qu'"],
    ["c'", 'est', 'ce', 'que'],
  ],
  ends: wordSet(`lors à au aux devant dans pendant après avant auprès sur en qui que qu' dont pour par lundi mardi mercredi jeudi vendredi
    samedi dimanche hier ce cette cité citée cités dimanche alors soulignant ajoutant avec depuis face`),
  endings: null,
  openers:
    wordSet(`mais et or ainsi toutefois cependant pourtant outre ailleurs ensuite enfin auparavant en d' par de plus puis plus tôt
    mercredi lundi mardi jeudi vendredi samedi dimanche hier`),
  asides: [
    ['alors', 'que'],
    ['tandis', 'que'],
  ],
  gerundLeads: wordSet('en tout'),
  negations: wordSet('pas'),
  notClauses: new Set(),
  articleEnds: false,
  nounCapitals: false,
  bareClause: false,
  dropsSubject: false,
  pronouns: pronounsOf({
    m: 'il lui a-t-il avait-il',
    f: 'elle a-t-elle avait-elle',
    they: 'ils elles ont-ils ont-elles',
    self: 'je nous',
  }),
  people:
    wordSet(`ministre ministres président présidente premier première secrétaire chancelier chancelière ambassadeur ambassadrice
    diplomate chef cheffe responsable responsables porte-parole dirigeant dirigeants représentant représentante député députés maire
    commissaire général colonel haut coordinateur coordinatrice envoyé officiel officiels expert experts source sources représentants
    ministre-président conseiller conseillère directeur directrice représentante représentantes dirigeante députée
    élu élue élus sénateur sénatrice procureur procureure juge eurodéputé eurodéputée homologue homologues négociateur négociatrice
    médiateur médiatrice présidents chercheur chercheuse chercheurs politologue historien historienne économiste analyste analystes opposant opposante militant militante avocat avocate professeur professeure`),
  bodies: wordSet(
    'gouvernement ministère présidence parlement conseil commission département administration parti armée otan organisation haut-commissariat bureau cabinet ambassade assemblée sénat cour tribunal agence union',
  ),
  documents: wordSet('communiqué déclaration rapport texte résolution lettre document accord traité'),
  media: wordSet('agence journal quotidien chaîne médias presse afp reuters tass'),
  prepositions: wordSet("de d' du des à au aux pour par en sur dans chez auprès"),
  determiners: wordSet("le la les l' un une des ce cette son sa ses leur leurs"),
  definite: wordSet("le la l' ce cette"),
  headFirst: true,
};
