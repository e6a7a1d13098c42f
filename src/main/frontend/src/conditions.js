// Conditions of sequence flows: what models write, what people pick from lists, and how it reads.
//
// A condition is { all, questions }: all of the questions have to be answered so, or any of them. A question is
// { subject, answer } with a subject of SUBJECTS; { subject: 'outcome', stage, answer }; or { subject: 'other', tree } for what no
// list holds, which is kept as it is, or { subject: 'other', text } for what the check would not take. "!" before an answer stands for anything but it.
import { parsed, printed } from './expressions.js';
import { OUTCOMES, outcomeInWords, QUESTIONS, stageInWords } from './words.js';

/** As many as fit into the length that the check allows, however long the names of stages are. */
export const MOST_QUESTIONS = 6;

const YES_NO = [['yes', 'Yes'], ['no', 'No']];

const outcomes = OUTCOMES.map(([value, words]) => [value, words, `anything but ${words}`]);
const asked = QUESTIONS.map(([value, words]) => [value, words, `anything but ${words}`]);
const bothWays = (values) => [...values.map(([value, words]) => [value, words]), ...values.map(([value, , not]) => [`!${value}`, not])];

const truth = (name) => ({ yes: name, no: `not ${name}` });

/** What can be asked beside outcomes; some for one flow only. */
const ASKED = [
  { subject: 'privacyNeeded', title: 'Is a privacy review needed?', answers: YES_NO, texts: truth('privacyReviewNeeded'),
    words: { yes: 'a privacy review is needed', no: 'no privacy review is needed' } },
  { subject: 'publicationTime', title: 'Is a publication time set?', answers: YES_NO, texts: { yes: 'publishAt != null', no: 'publishAt == null' },
    words: { yes: 'a publication time is set', no: 'no publication time is set' } },
  { subject: 'privacyIncident', title: 'May it be a privacy incident?', answers: YES_NO, texts: truth('privacyIncident'), only: 'withdrawal',
    words: { yes: 'it may be a privacy incident', no: 'it is no privacy incident' } },
  { subject: 'question', title: 'What is asked about the post?', answers: bothWays(asked), only: 'publication-question',
    texts: Object.fromEntries(bothWays(asked).map(([answer]) => [answer, comparison('question', answer)])),
    words: Object.fromEntries(bothWays(asked).map(([answer, words]) => [answer, `it is asked: ${words}`])) },
];

function comparison(variable, answer) {
  return `${variable} ${answer.startsWith('!') ? '!=' : '=='} '${answer.replace('!', '')}'`;
}

const kindOf = (subject) => ASKED.find((one) => one.subject === subject);

/** What can be asked in a flow beside outcomes: [subject, title].
 *  @param {string} key of the flow
 *  @param {string} [used] a subject that is asked already */
export const subjectsFor = (key, used) =>
  ASKED.filter(({ only, subject }) => (only ?? key) === key || subject === used).map(({ subject, title }) => [subject, title]);

/** The answers to pick from: [answer, words]. */
export const answersTo = ({ subject }) => (subject === 'outcome' ? bothWays(outcomes) : kindOf(subject)?.answers ?? []);

/** A question about that subject with the answer that is picked most. */
export const question = (subject, stage) =>
  (stage ? { subject, stage, answer: 'APPROVED' } : { subject, answer: answersTo({ subject })[0][0] });

/** A comparison with its variable first; "not" of one turned round, which is the same. */
const plain = (tree) => {
  if (tree.kind === 'not' && tree.of.kind === 'same') {
    return plain({ ...tree.of, equal: !tree.of.equal });
  }
  return tree.kind === 'same' && tree.left.kind === 'literal' ? { ...tree, left: tree.right, right: tree.left } : tree;
};

const readQuestion = (tree) => {
  const text = printed(plain(tree)).replaceAll('"', "'");
  const [, stage, sign, value] = /^([a-z]\w*)Outcome (==|!=) '([A-Z_]+)'$/.exec(text) ?? [];
  if (OUTCOMES.some(([outcome]) => outcome === value)) {
    return { subject: 'outcome', stage, answer: (sign === '!=' ? '!' : '') + value };
  }
  for (const { subject, texts } of ASKED) {
    const answer = Object.keys(texts).find((one) => texts[one] === text);
    if (answer) {
      return { subject, answer };
    }
  }
  return { subject: 'other', tree };
};

/** The condition that an expression asks; undefined if the check would not take the expression. */
export const read = (expression) => {
  const tree = parsed(expression);
  if (!tree) {
    return undefined;
  }
  const parts = tree.kind === 'joined' ? tree.parts : [tree];
  return { all: tree.kind !== 'joined' || tree.all, questions: parts.map(readQuestion) };
};

const writeQuestion = ({ subject, stage, answer, tree }) => {
  if (subject === 'other') {
    return tree.kind === 'joined' ? `(${printed(tree)})` : printed(tree);
  }
  return subject === 'outcome' ? comparison(`${stage}Outcome`, answer) : kindOf(subject).texts[answer];
};

/** The expression for what was picked; the reverse of {@link read}. */
export const write = ({ all, questions }) => '${' + questions.map(writeQuestion).join(all ? ' and ' : ' or ') + '}';

/** What has no list and means nearly the same as what has one. */
const WORDS_ALONE = new Map([['empty publishAt', 'no publication time is set'], ['not empty publishAt', 'a publication time is set']]);

const treeInWords = (tree, within = false) => {
  if (tree.kind === 'joined') {
    const words = tree.parts.map((part) => treeInWords(part, true)).join(tree.all ? ' and ' : ' or ');
    return within ? `(${words})` : words;
  }
  const said = readQuestion(tree);
  if (said.subject !== 'other') {
    return questionInWords(said);
  }
  return WORDS_ALONE.get(printed(tree)) ?? (tree.kind === 'not' ? `not ${treeInWords(tree.of, true)}` : printed(tree));
};

/** How one question reads after "if". */
export const questionInWords = ({ subject, stage, answer, tree, text }) => {
  if (subject === 'other') {
    return tree ? treeInWords(tree) : text;
  }
  if (subject === 'outcome') {
    return `${stageInWords(stage)}: ${answer.startsWith('!') ? 'anything but ' : ''}${outcomeInWords(answer.replace('!', ''))}`;
  }
  return kindOf(subject).words[answer];
};

/** How an expression reads after "if"; as it is written if the check would not take it. */
export const inWords = (expression) => {
  const tree = parsed(expression);
  return tree ? treeInWords(tree) : expression;
};
