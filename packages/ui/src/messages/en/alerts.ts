/** Where readers ask to be told by mail, confirm it, and leave. */
export const alerts = {
  title: 'Be told by mail',
  lead: 'What is new about <page></page>, and what was corrected.',
  whole: 'the whole record',
  corrections: 'corrections of the record',
  link: 'Or be told by mail',
  found: 'what is new among what this search finds',
  feed: 'What is new among what this search finds, the newest change first. {title}.',
  off: {
    title: 'Alerts by mail are off here',
    text: 'This installation of the record sends no mail, and takes no addresses.',
    feeds: 'A feed reader tells you the same. Give it one of these addresses:',
  },
  form: {
    problem: 'This is not an address of mail. Write it as you would to send it one, such as ada@example.org.',
    email: 'Your address of mail',
    rhythm: 'How often',
    daily: 'Once a day, if there is something new',
    atOnce: 'At once, with each change',
    button: 'Send me a mail to confirm',
    promise:
      'We send one mail, from {sender}, with a link to confirm. Without it nothing more comes, and your address is forgotten after two days. Your address is used for this alone, is told to nobody, and is deleted when you leave: every mail has a link for that.',
  },
  confirm: {
    title: 'Get mail from the record?',
    text: 'You asked to be told by mail what is new. Press the button if that was you. If it was not, close this page: you get no mail, and your address is forgotten after two days.',
    button: 'Yes, tell me by mail',
  },
  leave: {
    title: 'Get no more of these mails?',
    text: 'Press the button, and no more come. Your address is deleted at once.',
    button: 'End these mails',
  },
  done: {
    asked: {
      title: 'Look into your mail',
      text: 'If the address can get mail from us, a mail with a link to confirm is on its way. It may take some minutes. We send at most three such mails a day to one address.',
    },
    confirmed: {
      title: 'You will be told by mail',
      text: 'From now on you are told what is new. Every mail has a link by which you end it.',
    },
    expired: {
      title: 'This link does not work any more',
      text: 'A link to confirm works for two days. Ask again on the page that you want to follow.',
    },
    left: {
      title: 'You get no more of these mails',
      text: 'This alert has ended, and your address was deleted with it. Alerts about other pages, if you have any, go on: each has a link of its own.',
    },
    home: 'To the record',
  },
} as const;
