const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Words of English grammar by what they do: there is no tagger, so the edges of phrases are found by these. */
export const determiners = set(
  'the a an this that these those its their our his her my your any some all both each every no such another other',
);
export const prepositions = set(
  'of in on at to for from by with without within into onto over under between among amongst against about after before ' +
    'during since until till through throughout across beyond towards toward upon via per as than despite amid around near ' +
    'behind below above beside besides concerning regarding including excluding following pending alongside along off out ' +
    'up down ahead',
);
const subordinators = set('because if while when where whereas whether unless once although though');
export const conjunctions = set('and or nor but yet so plus');
export const pronouns = set(
  'i you he she it we they me him us them who whom whose which what himself herself itself themselves there here this that ' +
    'these those',
);
/** Subjects that a verb may have in place of a name. */
export const subjectPronouns = set('i you he she it we they who this that these those there everyone nobody one');
export const auxiliaries = set(
  'is are was were be been being am do does did has have had having will would shall should may might can could must ' +
    "'ll 've 's 're 'd wo ca",
);
export const negations = set(
  "not never no neither nor cannot don't doesn't didn't won't wouldn't shan't shouldn't can't couldn't mustn't isn't aren't " +
    "wasn't weren't hasn't haven't hadn't",
);
/** Between an auxiliary and its verb. */
export const adverbs = set(
  'also always already again currently explicitly expressly further now only still just once soon yet even ever today ' +
    'jointly formally publicly officially repeatedly therefore thus thereby however likewise too both all then longer',
);
export const isAdverb = (word: string): boolean => adverbs.has(word) || (word.length > 4 && word.endsWith('ly'));

/** Verbs that stand before a noun they are not part of ("signed agreements", "reached agreement"). */
export const commonVerbs = set(
  'sign signs signed signing reach reaches reached reaching conclude concludes concluded concluding negotiate negotiates ' +
    'negotiated negotiating discuss discusses discussed discussing approve approves approved approving adopt adopts adopted ' +
    'adopting launch launches launched launching announce announces announced announcing welcome welcomes welcomed ' +
    'welcoming support supports supported supporting join joins joined joining implement implements implemented ' +
    'implementing hold holds held holding attend attends attended attending chair chairs chaired chairing host hosts ' +
    'hosted hosting say says said saying call calls called calling end ends ended ending begin begins began beginning ' +
    'call make makes made making take takes took taking give gives gave giving see sees saw seeing offer offers offered ' +
    'offering consider considers considered considering propose proposes reject rejects rejected rejecting oppose opposes ' +
    'opposed opposing back backs backed backing ratify ratifies ratified ratifying leave leaves left leaving establish ' +
    'establishes established establishing develop develops developing complete completes completed completing follow ' +
    'follows followed include includes included provide provides provided providing want wants wanted need needs needed ' +
    'told tells tell noted notes added adds met meets meet spoke speaks speak convened convenes convene',
);

/** Where a noun phrase cannot go on to the left. */
export const endsPhrase = (word: string): boolean =>
  determiners.has(word) ||
  prepositions.has(word) ||
  subordinators.has(word) ||
  conjunctions.has(word) ||
  pronouns.has(word) ||
  auxiliaries.has(word) ||
  negations.has(word) ||
  commonVerbs.has(word);
