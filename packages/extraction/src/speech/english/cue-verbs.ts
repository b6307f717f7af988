import type { Act } from '../../extraction';

/**
 * What may follow a cue, and is then its content:
 *
 * - `t` a clause, with or without "that"; `T` only with "that" (or "whether", "how"…)
 * - `q` words in quotation marks, or what went before ("…, he joked")
 * - `Q` words in quotation marks only ("he smiled" is no statement otherwise)
 * - `n` a noun phrase ("stressed the need for talks")
 * - `i` "to" and an infinitive ("refused to sign")
 * - `g` a gerund ("denied having signed")
 * - `r` first those who are told ("told reporters that …"); `R` those are part of the content ("urged the sides to talk")
 * - `W` the same, where an infinitive follows ("wants both to talk", not "wants peace")
 * - `o` an object and what it is called ("called the move a mistake")
 *
 * A verb marked `*` is a noun as often ("claims", "a call for"), and is taken for a verb only on further grounds. One marked
 * `!` is speech whoever does it; the others need a subject that can speak ("the figures suggest that" is no statement).
 */
const table: Record<Act, string> = {
  asserts: `
    say:tq! tell:tqr! add:tq! state:tq*! announce:tqn! declare:tqng! note:tqn* observe:tq remark:tq*! mention:tqn comment:q*
    explain:tqn clarify:tqn specify:tqn emphasize:tqn emphasise:tqn stress:tqn* underline:tqn underscore:tqn highlight:tqn
    accentuate:tqn insist:tq assert:tqn claim:tqi*! maintain:Tq contend:tq argue:tq! allege:tqn! imply:tq indicate:tqn
    reveal:tqn disclose:tqn divulge:tn confirm:tqn affirm:tqn reaffirm:tqn reassert:tqn reiterate:tqn repeat:tqn restate:tqn
    recall:tqn remember:tqn remind:tqr inform:tr! notify:tr assure:tqr reassure:tqr brief:Tr acknowledge:tqn admit:tqng concede:tqn
    confess:tq recognize:tqn recognise:tqn agree:tq conclude:tq summarize:q summarise:q predict:tqn foresee:tn forecast:tn*
    estimate:tn* reckon:t write:tq! tweet:tq*! post:tq* testify:tq! swear:tq signal:tqn* joke:tq* quip:tq! lament:tqn
    complain:tq! regret:tqn* boast:tq* brag:tq hint:tq* speculate:tq theorize:tq theorise:tq recount:tq relate:Tq describe:o
    call:oq* dub:o label:o* brand:o* characterize:o characterise:o portray:o term:o* deem:o retort:tq! reply:tq*!
    respond:tq answer:tq* counter:tq* rejoin:Q interject:Q exclaim:tq! shout:tq*! yell:Q whisper:tq*! mutter:tq! murmur:tq
    cry:Q declaim:Q intone:Q opine:tq! muse:tq surmise:tq posit:tq postulate:tq proclaim:tqn! profess:tn pronounce:tqo
    herald:n hail:o show:T* read:Q* flag:tn* envisage:tn envision:tn anticipate:Tn decree:tq* rule:T* stipulate:tn communicate:Tn convey:Tn report:tq*! relay:T broadcast:q* blog:tq*
    continue:q begin:Q finish:Q elaborate:q quote:Q* chime:Q volunteer:tq* interrupt:Q persist:Q object:Tq*
    believe:t think:t consider:To hope:t* fear:t* doubt:T* expect:TW understand:T assume:T suspect:T* guarantee:tn*
    attest:T ascribe:n attribute:n* certify:T verify:T document:T* express:n voice:n* outline:n* detail:n* ask:qR wonder:Tq* inquire:Tq enquire:Tq
    question:nT* vouch:T apologise:Tq apologize:Tq gloat:tq grumble:tq fume:Q rage:Q* sigh:Q* smile:Q* laugh:Q*
    nod:Q enthuse:tq gush:Q sniff:Q snap:Q thunder:Q* scoff:tq rant:Q bark:Q* growl:Q hiss:Q moan:tq* whine:Q groan:Q* gripe:tq* fret:tq bristle:Q shrug:Q* chuckle:Q
    grin:Q* roar:Q* blurt:Q concur:Tq venture:q* reason:Tq* downplay:n tout:n trumpet:n* deduce:T ponder:Q echo:nqT* urge:q plead:Q bemoan:n bewail:n mourn:n*`,
  denies: `deny:tqng! dispute:Tn* refute:Tn rebut:n dismiss:n contradict:n disavow:n disclaim:n rebuff:n repudiate:n discount:Tn* debunk:n quash:n* rubbish:n*`,
  refuses: `refuse:i* decline:i* exclude:T*`,
  supports: `
    support:ng* back:n* endorse:n appreciate:n* welcome:nT* praise:n* hail:nq applaud:n commend:n favor:ng* favour:ng* laud:n salute:n*
    champion:n* espouse:n acclaim:n extol:n cheer:nq* toast:n* thank:n congratulate:n`,
  opposes: `
    oppose:ng condemn:nq denounce:nq criticize:nq criticise:nq decry:nq deplore:nq slam:nq blast:nq* protest:T* reject:ngT*
    rebuke:nq* castigate:n lambast:n lambaste:n chide:nq berate:n censure:n* deride:nq ridicule:n* mock:nq scold:nq bash:n*
    assail:n attack:n* accuse:R blame:R* excoriate:n vilify:n upbraid:n reprimand:n* reproach:n* chastise:n skewer:n pillory:n savage:n* slate:n* disapprove:T disagree:Tq resent:n`,
  proposes: `
    propose:tqnig suggest:tqg recommend:tqnig urge:qRn* request:Tqin* demand:tqin* advise:tqWg advocate:ng* invite:R*
    encourage:R exhort:R implore:qR beg:qRi beseech:R entreat:R petition:R* beckon:R want:W prod:W* pressure:W* press:W*
    offer:iq* float:n* moot:n instruct:W order:WT* command:W* direct:W* bid:R* dare:W* challenge:W*
    summon:W* prescribe:T counsel:W* wish:T*`,
  warns: `warn:tqr! caution:tqr* threaten:iqt alert:tr* forewarn:tr admonish:tqr`,
  commits: `promise:tqinr* pledge:tqin* vow:tqin* undertake:iT swear:i agree:i commit:i resolve:i* guarantee:t* assure:r offer:i* volunteer:i*`,
};

/** Verbs with a particle, and turns of phrase; the act is that of the whole. "…" stands for one to three words. */
const phrases: Record<Act, string> = {
  asserts: `
    point out:tqn|go on:q|go on to say:tq|go on to add:tq|make clear:tqn|make it clear:tq|make plain:tqn|make it plain:tq|
    make the point:T|make the case:T|spell out:tqn|sum up:q|put it:q|see it:q|tell it:q|speak of:n|chime in:q|blurt out:q|
    call out:q|cry out:q|hit back:q|fire back:q|shoot back:q|push back:q|lash out:q|read out:q|hold forth:q|
    come clean:T|let it be known:t|bring up:n|play down:n|draw attention to:n|call attention to:n|take note of:n|
    lay stress on:n|express the view:T|advance the view:T|advance the idea:T|advance the argument:T|express the opinion:T|take the view:T|have no doubt:T|own up:T|insist on:n|
    comment on:|elaborate on:|answer that:|agree with:|talk up:n|complain about:n|complain of:n|boast of:n|
    boast about:n|hint at:n|allude to:|touch on:|refer to:o|cite:|quote:|admit to:n|confess to:n|
    apologise for:ng|apologize for:ng|apologise to:|blame on:|reflect on:|weigh in:q|add to:|agree on:n|want to know:T|would like to know:T|
    reserve the right:i|be adamant:Tt|be confident:Tt|be convinced:Tt|be certain:Tt|be hopeful:Tt|be of the opinion:T|be of the view:T|be at pains to stress:tn|
    be quick to point out:t|be keen to stress:tn|take to task:|make no secret of:n|make no bones about:n|leave no doubt:T|place on record:n|put on record:n`,
  denies: `brush off:n|brush aside:n|hit back at:n|shrug off:n|wave aside:n|laugh off:n|pour cold water on:n|pour scorn on:n`,
  refuses: `rule out:ngT|baulk at:ng|balk at:ng|turn down:n|refuse:n|say no to:ng|decline:n|stop short of:g`,
  supports: `
    speak in favor of:ng|speak in favour of:ng|come out in favor of:ng|come out in favour of:ng|speak up for:n|stand by:n|
    stand behind:n|throw … weight behind:n|be in favor of:ng|be in favour of:ng|agree with:n|approve of:ng|vouch for:n`,
  opposes: `
    object to:ng|speak out against:ng|speak against:ng|come out against:ng|protest against:ng|argue against:ng|
    take issue with:n|disagree with:n|disapprove of:ng|rail against:n|hit out at:n|lash out at:n|push back on:n|
    push back against:n|take aim at:n|be opposed to:ng|be against:ng|hit out against:n|inveigh against:n|express opposition to:ng|be critical of:n`,
  proposes: `
    call for:ng|advocate for:ng|call on:R|call upon:R|appeal to:R|appeal for:n|press for:ng|push for:ng|ask for:n|argue for:ng|
    argue in favor of:ng|argue in favour of:ng|plead for:n|plead with:R|campaign for:n|advise against:ng|lobby for:ng|
    urge on:n|make a case for:ng|make the case for:ng|speak of the need:in|insist upon:ng|put forward:n|bring forward:n|
    issue a call for:n|come out for:ng|petition for:n|opt for:|vote for:`,
  warns: `warn against:ng|warn of:ng|warn about:ng|caution against:ng|caution about:n|sound the alarm over:n|
    sound the alarm about:n|sound the alarm on:n|sound the alarm:qT|alert to:n`,
  commits: `stand ready:i|stand prepared:i|commit to:ng|commit itself to:ng|commit himself to:ng|commit herself to:ng|commit themselves to:ng|give assurances:T|give … word:Tq`,
};

export interface CueVerb {
  lemma: string;
  act: Act;
  frames: string;
  /** As often a noun or an adjective. */
  ambiguous: boolean;
  /** It is speech whoever does it. */
  speech: boolean;
}

/** Single verbs, each with one entry for each act that it has, the first the more usual. */
export const cueVerbs: CueVerb[] = (Object.entries(table) as [Act, string][]).flatMap(([act, verbs]) =>
  verbs
    .trim()
    .split(/\s+/)
    .map((entry) => ({ ...parse(entry), act })),
);

/** Longest first, so that "go on to say" is found before "go on". */
export const cuePhrases: (CueVerb & { words: string[] })[] = (Object.entries(phrases) as [Act, string][])
  .flatMap(([act, list]) =>
    list.split('|').map((entry) => {
      const verb = parse(entry.trim());
      return { ...verb, act, words: verb.lemma.split(' ') };
    }),
  )
  .filter(({ words }) => words.length > 1)
  .sort((a, b) => b.words.length - a.words.length);

function parse(entry: string): Omit<CueVerb, 'act'> {
  const [lemma = '', frames = ''] = entry.split(':');
  return {
    lemma,
    frames: frames.replace(/[*!]/g, ''),
    ambiguous: frames.includes('*'),
    speech: frames.includes('!'),
  };
}
