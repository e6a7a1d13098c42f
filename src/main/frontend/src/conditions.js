// Conditions of sequence flows: what models write, what people pick from lists, and how it reads.
import { outcomeInWords, stageInWords } from './words.js';

const OUTCOME = /^\$\{\s*([a-z][A-Za-z0-9_]*)Outcome\s*(==|!=)\s*'([A-Z_]+)'\s*}$/;

const QUESTIONS = [
  { subject: 'privacyNeeded', answer: 'yes', expression: '${privacyReviewNeeded}', words: 'a privacy review is needed' },
  { subject: 'privacyNeeded', answer: 'no', expression: '${not privacyReviewNeeded}', words: 'no privacy review is needed' },
  { subject: 'publicationTime', answer: 'yes', expression: '${publishAt != null}', words: 'a publication time is set' },
  { subject: 'publicationTime', answer: 'no', expression: '${publishAt == null}', words: 'no publication time is set' },
  { subject: 'privacyIncident', answer: 'yes', expression: '${privacyIncident}', words: 'it may be a privacy incident' },
  { subject: 'privacyIncident', answer: 'no', expression: '${not privacyIncident}', words: 'it is no privacy incident' },
];

/** What can be asked beside outcomes: subject and its words for a list. */
export const SUBJECTS = [
  ['privacyNeeded', 'Is a privacy review needed?'],
  ['publicationTime', 'Is a publication time set?'],
  ['privacyIncident', 'May it be a privacy incident?'],
];

const squeezed = (text) => text.replace(/\s+/g, ' ').replace(/\{ | }/g, (part) => part.trim()).replace(/\$\{!\s?/, '${not ').trim();

/**
 * What an expression asks: { subject: 'outcome', stage, answer } where answer is an outcome, with "!" before it for "anything but";
 * { subject, answer: 'yes' | 'no' } for the questions above; { subject: 'other', text } for what has no list.
 */
export const read = (expression) => {
  const outcome = OUTCOME.exec(expression.trim());
  if (outcome) {
    const [, stage, operator, value] = outcome;
    return { subject: 'outcome', stage, answer: (operator === '!=' ? '!' : '') + value };
  }
  const known = QUESTIONS.find((question) => question.expression === squeezed(expression));
  return known ? { subject: known.subject, answer: known.answer } : { subject: 'other', text: expression };
};

/** The expression for what was picked; the reverse of {@link read}. */
export const write = (condition) => {
  if (condition.subject === 'outcome') {
    const not = condition.answer.startsWith('!');
    return '${' + `${condition.stage}Outcome ${not ? '!=' : '=='} '${condition.answer.replace('!', '')}'` + '}';
  }
  return condition.text
    ?? QUESTIONS.find(({ subject, answer }) => subject === condition.subject && answer === condition.answer).expression;
};

const JOINED = [[/\s*(?:&&|\band\b)\s*/, ' and '], [/\s*(?:\|\||\bor\b)\s*/, ' or ']];

/** Conditions that all, or one of them, have to hold; undefined if it is a single one, or brackets make it more than a list. */
const severalInWords = (expression) => {
  const inner = /^\$\{([^()]*)}$/.exec(expression.trim())?.[1];
  const joined = JOINED.filter(([sign]) => inner && sign.test(inner));
  return joined.length === 1
    ? inner.split(joined[0][0]).map((part) => inWords('${' + part + '}')).join(joined[0][1])
    : undefined;
};

/** How an expression reads after "if". */
export const inWords = (expression) => {
  const condition = read(expression);
  if (condition.subject === 'outcome') {
    const not = condition.answer.startsWith('!');
    return `${stageInWords(condition.stage)}: ${not ? 'anything but ' : ''}${outcomeInWords(condition.answer.replace('!', ''))}`;
  }
  return condition.subject === 'other'
    ? severalInWords(expression) ?? condition.text
    : QUESTIONS.find(({ subject, answer }) => subject === condition.subject && answer === condition.answer).words;
};
