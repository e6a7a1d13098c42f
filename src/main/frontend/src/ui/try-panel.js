// Trying a flow before it is deployed: one step at a time, and on what was decided about past posts.
import { button, h } from '../dom.js';
import { server } from '../server.js';
import { counted, endingInWords } from '../words.js';

const POSTS = 50;
const MOST_POSTS = 1000;

/** Walks through a flow, choosing what happens. */
export const walkView = (xml, draw, fail) => {
  const place = h('div', {});
  const choices = [];

  const go = async (changed) => {
    place.setAttribute('aria-busy', 'true');
    try {
      show(await server.walk(await xml(), choices));
    } catch (broken) {
      choices.length = changed;
      fail(broken);
    } finally {
      place.removeAttribute('aria-busy');
    }
  };
  const choose = (move) => {
    choices.push(move.id);
    return go(choices.length - 1);
  };

  const next = (walk, moves) => {
    if (walk.violation) {
      return '';
    }
    return walk.ended ? h('h3', {}, 'The flow has ended.') : h('div', {}, h('h3', {}, 'What happens next?'), walk.moves.length ? moves
      : h('p', { class: 'im-muted' }, 'Nothing can happen any more: the post would wait here for ever.'));
  };

  const show = (walk) => {
    draw({ path: walk.passed, ends: walk.tokens, kind: walk.violation ? 'offence' : 'passed' });
    const moves = h('ul', { class: 'im-flow-moves' }, walk.moves.map((move) =>
      h('li', {}, h('button', { type: 'button', class: 'btn btn-outline-secondary btn-sm', onclick: () => choose(move) }, move.label))));
    const back = button('One step back', () => {
      const last = choices.pop();
      return go(choices.length).catch(() => choices.push(last));
    }, { disabled: choices.length === 0 });
    const restart = button('From the start', () => {
      choices.length = 0;
      return go(0);
    }, { disabled: choices.length === 0 });
    place.replaceChildren(
      h('p', { class: 'im-actions' }, back, restart),
      h('div', { 'aria-live': 'polite' },
        walk.violation ? h('p', { class: 'im-note im-note-stop' }, walk.violation.message) : '',
        h('h3', {}, 'What is true now'),
        walk.facts.length ? h('ul', { class: 'im-plain' }, walk.facts.map((fact) => h('li', {}, fact))) : h('p', { class: 'im-muted' }, 'Nothing yet.')),
      next(walk, moves));
  };
  go(0);
  return place;
};

/** Shows what would have become of past posts. */
export const replayView = (xml, draw, fail) => {
  const number = h('input', { type: 'number', class: 'form-control', id: 'im-replay-posts', min: 1, max: MOST_POSTS, value: POSTS });
  const result = h('div', { 'aria-live': 'polite' });

  const item = (post) => h('li', { class: 'im-card' },
    h('p', {}, h('a', { href: `/contents/${encodeURIComponent(post.contentId)}` }, post.title)),
    h('dl', { class: 'im-facts' }, h('dt', {}, 'It was'), h('dd', {}, endingInWords(post.was)), h('dt', {}, 'It would be'), h('dd', {}, endingInWords(post.would))),
    h('p', { class: 'im-small' }, post.sentence),
    h('button', { type: 'button', class: 'btn btn-sm btn-outline-secondary', onclick: () => draw({ path: post.path, ends: post.path.slice(-1), kind: 'passed' }) },
      'Show on the diagram', h('span', { class: 'visually-hidden' }, `: ${post.title}`)));

  const show = (answer) => {
    if (answer.looked === 0) {
      result.replaceChildren(h('p', { class: 'im-empty' }, 'There are no past posts yet. When posts have gone through a flow, they can be tried on a new one here.'));
      return;
    }
    const same = `${counted(answer.looked, 'past post')} looked at; ${answer.same} would have gone the same way.`;
    result.replaceChildren(h('p', {}, same), answer.different.length === 0 ? ''
      : h('section', {}, h('h3', {}, `${counted(answer.different.length, 'post')} would have gone another way`), h('ul', { class: 'im-flow-moves' }, answer.different.map(item))));
  };

  const form = h('form', { class: 'im-flow-replay', onsubmit: async (event) => {
    event.preventDefault();
    result.replaceChildren(h('p', { class: 'im-muted' }, 'Looking at past posts…'));
    try {
      show(await server.replay(await xml(), Number(number.value)));
    } catch (broken) {
      result.replaceChildren();
      fail(broken);
    }
  } }, h('label', { class: 'form-label', for: 'im-replay-posts' }, 'How many of the latest posts'), number, h('button', { type: 'submit', class: 'btn btn-sm btn-primary' }, 'Look'));
  return h('div', {}, form, result);
};

/** Both ways of trying. */
export const tryView = (xml, draw, fail) => {
  const place = h('div', {});
  const tabs = [['Step through', () => walkView(xml, draw, fail)], ['On past posts', () => replayView(xml, draw, fail)]];
  const buttons = tabs.map(([name, view], index) => button(name, () => choose(index), { 'aria-pressed': 'false' }));
  const choose = (chosen) => {
    buttons.forEach((one, index) => one.setAttribute('aria-pressed', String(index === chosen)));
    draw({ path: [], ends: [], kind: 'passed' });
    place.replaceChildren(tabs[chosen][1]());
  };
  choose(0);
  return h('div', {}, h('div', { class: 'im-actions mb-3', role: 'group', 'aria-label': 'Ways to try' }, buttons), place);
};
