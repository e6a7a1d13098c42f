// What stands around a model: its name, what can be done with it, what is unsaved, and what the server says.
import { button, clock, h } from '../dom.js';
import { openDialog } from './dialog.js';

const LONGEST_NAME = 120;

const download = (xml, name) => {
  const address = URL.createObjectURL(new Blob([xml], { type: 'application/xml' }));
  h('a', { href: address, download: name }).click();
  URL.revokeObjectURL(address);
};

export class Shell {
  /** @param {HTMLElement} place
   *  @param draft a Draft
   *  @param {object} model load(xml), undo(), redo(), canUndo(), canRedo(), fileName, tools: more buttons, work: what stands below
   *      the toolbar, check(): shows what the check says and gives whether it accepts */
  constructor(place, draft, model) {
    Object.assign(this, { place, draft, model });
    this.status = h('p', { class: 'im-flow-status im-small', role: 'status' });
    this.trouble = h('div', { role: 'alert' });
    this.offer = h('div', {});
    this.kept = draft.kept.kept();
    this.#build();
    draft.onChange(() => {
      this.said = '';
      this.#refresh();
    });
    this.#refresh();
    this.#guard();
  }

  /** Says what went wrong; nothing is lost by it. */
  fail = (broken) => {
    const login = broken.status === 401 && h('a', { href: '/login', target: '_blank', rel: 'noopener' }, 'Log in in a new tab');
    this.trouble.replaceChildren(h('div', { class: 'im-note im-note-stop im-flow-trouble' }, h('p', {}, broken.message, login ? ' ' : '', login), button('Close', () => this.trouble.replaceChildren())));
  };

  say(sentence) {
    this.trouble.replaceChildren();
    this.said = sentence;
    this.#refresh();
  }

  /** The model is loaded; before that nothing can be typed, which loading would lose. */
  ready() {
    this.place.inert = false;
    this.place.removeAttribute('aria-busy');
    if (this.kept) {
      this.#offer(this.kept);
    }
  }

  /** Offers back what was not saved when the page was left. */
  #offer(kept) {
    const done = () => this.offer.replaceChildren();
    const restore = async () => {
      done();
      await this.model.load(kept.xml).then(() => {
        this.name.value = kept.name;
        this.draft.name = kept.name;
        this.draft.changed();
        this.say('Your unsaved changes are back.');
      }).catch(this.fail);
    };
    this.offer.replaceChildren(h('div', { class: 'im-note im-note-warn', role: 'region', 'aria-label': 'Unsaved changes' },
      h('p', {}, `You have unsaved changes from ${clock(kept.at)}.`),
      h('div', { class: 'im-actions' }, button('Restore', restore, { class: 'btn btn-sm btn-primary' }), button('Discard', () => {
        this.draft.kept.forget();
        done();
      }))));
  }

  save = async () => {
    if (!this.#named()) {
      return false;
    }
    try {
      const saved = await this.draft.save();
      this.say(`Saved at ${clock(saved.savedAt)}.`);
      return true;
    } catch (broken) {
      this.fail(broken);
      return false;
    }
  };

  #named() {
    if (this.name.value.trim()) {
      return true;
    }
    this.name.setAttribute('aria-invalid', 'true');
    this.name.focus();
    this.fail({ message: 'Give it a name first.' });
    return false;
  }

  #build() {
    const { draft, model } = this;
    this.name = h('input', { id: 'im-flow-name', class: 'form-control', value: draft.name, maxlength: LONGEST_NAME, readonly: !draft.mayChange, oninput: () => {
      this.name.removeAttribute('aria-invalid');
      draft.name = this.name.value.trim();
      draft.changed();
    } });
    this.undo = button('Undo', () => model.undo());
    this.redo = button('Redo', () => model.redo());
    const changing = draft.mayChange ? [button('Save draft', this.save, { title: 'Ctrl+S' })] : [];
    const deploying = draft.mayChange ? [button('Deploy…', () => this.#askToDeploy(), { class: 'btn btn-sm btn-primary' })] : [];
    this.place.replaceChildren(
      this.offer,
      h('div', { class: 'im-flow-bar', role: 'toolbar', 'aria-label': 'Flow' },
        h('div', { class: 'im-flow-named' }, h('label', { class: 'form-label', for: 'im-flow-name' }, 'Name'), this.name),
        h('div', { class: 'im-actions' }, changing, model.tools, draft.mayChange ? [this.undo, this.redo] : [],
          button('Download', async () => download(await draft.xml(), model.fileName)), deploying)),
      this.status, this.trouble, model.work);
    this.place.inert = true;
  }

  #refresh() {
    this.undo.disabled = !this.model.canUndo();
    this.redo.disabled = !this.model.canRedo();
    const unsaved = this.draft.unsaved ? 'There are changes that are not saved.' : '';
    this.status.textContent = [this.said, unsaved].filter(Boolean).join(' ');
    document.documentElement.toggleAttribute('data-unsaved', this.draft.unsaved);
  }

  #guard() {
    window.addEventListener('beforeunload', (event) => {
      this.draft.keep();
      if (this.draft.unsaved) {
        event.preventDefault();
      }
    });
    document.addEventListener('keydown', (event) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') {
        event.preventDefault();
        if (this.draft.mayChange) {
          this.save();
        }
      }
    });
  }

  async #askToDeploy() {
    if (!this.#named() || !(await this.model.check())) {
      return;
    }
    const confirmed = this.draft.settings.confirmed === 'true';
    const reason = h('textarea', { id: 'im-deploy-reason', class: 'form-control', rows: 3, required: true, 'aria-describedby': 'im-deploy-hint',
      oninput: () => { this.reason = reason.value; } });
    reason.value = this.reason ?? '';
    const missing = h('p', { class: 'im-over', role: 'alert' });
    const deploy = async (event) => {
      if (!reason.value.trim()) {
        missing.textContent = 'Say why. It is kept with the version.';
        reason.focus();
        return;
      }
      event.currentTarget.disabled = true;
      close();
      await this.#deploy(reason.value.trim());
    };
    const next = confirmed
      ? 'Your draft becomes a proposal. Nothing changes before another manager or compliance has confirmed it.'
      : 'New posts take the new version from then on.';
    const close = openDialog(confirmed ? 'Propose' : 'Deploy', h('div', {},
      h('p', {}, next, ' Posts that are under way stay on their version. Your name, the reason and what the check found are recorded.'),
      h('div', { class: 'im-field' }, h('label', { class: 'form-label', for: 'im-deploy-reason' }, 'Why?'), reason,
        h('p', { class: 'form-text', id: 'im-deploy-hint' }, 'Whoever looks at this version later reads it. Name no patient.'), missing)),
    [h('button', { type: 'button', class: 'btn btn-sm btn-primary', onclick: deploy }, confirmed ? 'Propose' : 'Deploy')]);
  }

  async #deploy(reason) {
    try {
      const deployed = await this.draft.deploy(reason);
      this.reason = '';
      const [words, link] = deployed.status === 'proposed'
        ? ['Proposed. Another manager or compliance has to confirm it.', 'Look at the proposal']
        : ['Deployed. New posts take this version.', 'See all versions'];
      this.trouble.replaceChildren(h('div', { class: 'im-note im-note-good' }, h('p', {}, words, ' ', h('a', { href: deployed.url }, link))));
    } catch (broken) {
      this.fail(broken);
      if (broken.problem?.violations) {
        this.model.refused?.(broken.problem.violations);
      }
    }
  }
}
