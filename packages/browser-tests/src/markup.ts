import { HtmlValidate } from 'html-validate';

/**
 * The rules of HTML (WHATWG) and its advice, without the ways of writing that React has and browsers do not mind: capitals
 * in names of attributes, `<br/>`, `hidden=""`, space at the ends of texts. What scripts and styles hold is of our own
 * origin, so that no digest guards it; and how long a title may be is a matter of what it names.
 */
const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    'attr-case': 'off',
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    'require-sri': ['error', { target: 'crossorigin' }],
    // A list and a group have a name where it helps to know what of.
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    // Boxes to tick are one question with several answers.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'reset', 'submit'] }],
  },
});

/** What is wrong with a page as it was sent, one line a fault: the rule, what it says, and where. */
export async function faultsOfMarkup(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector ?? 'the page'})`),
  );
}
