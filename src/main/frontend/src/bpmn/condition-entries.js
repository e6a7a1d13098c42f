// When a flow goes a way: questions and answers picked from lists, all or any of which have to be so.
import { SelectEntry } from '@bpmn-io/properties-panel';
import { h } from '@bpmn-io/properties-panel/preact';
import { answersTo, MOST_QUESTIONS, question, questionInWords, subjectsFor } from '../conditions.js';
import { capital, stageInWords } from '../words.js';

const OTHERWISE = 'otherwise';

const chosen = ({ subject, stage }) => (subject === 'outcome' ? `stage:${stage}` : subject);
const picked = (value) => (value.startsWith('stage:') ? question('outcome', value.slice('stage:'.length)) : question(value));

const subjectOptions = ({ condition, stages, key, otherwise }, index) => {
  const now = condition?.questions[index];
  const all = now?.subject === 'outcome' ? [...stages, now.stage] : stages;
  return [
    ...(now || otherwise ? [] : [['', 'Choose']]),
    ...[...new Set(all)].map((stage) => [`stage:${stage}`, `Outcome: ${stageInWords(stage)}`]),
    ...subjectsFor(key, now?.subject),
    ...((condition?.questions.length ?? 0) > 1 ? [] : [[OTHERWISE, 'Otherwise: when no other way is taken']]),
    ...(now?.subject === 'other' ? [['other', `As it is: ${questionInWords(now)}`]] : []),
  ];
};

const Select = ({ element, id, label, options, value, set }) => h(SelectEntry, {
  element, id, label, getOptions: () => options.map(([one, words]) => ({ value: one, label: words })), getValue: () => value, setValue: set,
});

const Button = ({ id, label, about, click }) => h('button', { type: 'button', id, class: 'btn btn-sm btn-outline-secondary', onClick: click },
  label, about && h('span', { class: 'visually-hidden' }, about));

/** The panel draws itself anew after each change; then what is named has the focus. */
const focusSoon = (id) => setTimeout(() => document.getElementById(id)?.focus());
const subjectId = (index) => `im-way-subject-${index}`;
const FIELD = 'bio-properties-panel-';

/** One question with its answer. */
const Question = ({ element, index, way, save, otherwise }) => {
  const questions = way.condition?.questions ?? [];
  const now = questions[index];
  const several = questions.length > 1;
  const replace = (one) => save({ all: way.condition?.all ?? true, questions: Object.assign([...questions], { [index]: one }) });
  const remove = () => {
    save({ ...way.condition, questions: questions.filter((_, other) => other !== index) });
    focusSoon(FIELD + subjectId(Math.max(0, index - 1)));
  };
  const pick = (value) => {
    if (value === OTHERWISE) {
      otherwise();
    } else if (value && value !== 'other') {
      replace(picked(value));
    }
  };
  const answers = now ? answersTo(now).map(([answer, words]) => [answer, capital(words)]) : [];
  return h('fieldset', { class: several ? 'im-way-question' : undefined },
    several && h('legend', {}, `Condition ${index + 1}`),
    h(Select, { element, id: subjectId(index), label: 'What is asked', options: subjectOptions(way, index), value: way.otherwise ? OTHERWISE : now ? chosen(now) : '', set: pick }),
    answers.length > 0 && h(Select, { element, id: `im-way-answer-${index}`, label: 'The answer', options: answers, value: now.answer, set: (answer) => replace({ ...now, answer }) }),
    several && h('div', { class: 'bio-properties-panel-entry' }, h(Button, { label: 'Remove', about: ` condition ${index + 1}`, click: remove })));
};

const Joined = ({ element, way, save }) => h(Select, {
  element, id: 'im-way-joined', label: 'The flow goes this way if', value: way.condition.all ? 'all' : 'any',
  options: [['all', 'all of these are so'], ['any', 'any of these is so']], set: (value) => save({ ...way.condition, all: value === 'all' }),
});

/** What is likely to be asked next: what is not asked yet. */
const next = ({ condition, stages, key }) => {
  const offered = [...stages.map((stage) => question('outcome', stage)), ...subjectsFor(key).map(([subject]) => question(subject))];
  const asked = condition.questions.map(chosen);
  return offered.find((one) => !asked.includes(chosen(one))) ?? offered[0];
};

const More = ({ way, save }) => {
  const { all, questions } = way.condition;
  const add = () => {
    save({ all, questions: [...questions, next(way)] });
    focusSoon(FIELD + subjectId(questions.length));
  };
  return h('div', { class: 'bio-properties-panel-entry' }, h(Button, { id: 'im-way-more', label: 'Add a condition', click: add }));
};

/**
 * @param {object} way condition: in the shape of conditions.js, undefined if there is none; fixed: whether no list can hold any of it;
 *     stages: those of the flow; key: of the flow; otherwise: whether it is taken when no other way is
 * @param {object} actions save(condition); otherwise()
 */
export const conditionEntries = (way, actions) => {
  const questions = way.condition?.questions ?? [undefined];
  const entry = (id, component, more = {}) => ({ id, component, way, ...actions, ...more });
  return [
    questions.length > 1 && entry('im-way-joined', Joined),
    ...questions.map((_, index) => entry(`im-way-question-${index}`, Question, { index })),
    way.condition && !way.fixed && questions.length < MOST_QUESTIONS && entry('im-way-more', More),
  ];
};
