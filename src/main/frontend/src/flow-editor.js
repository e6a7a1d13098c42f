// The editor of flows: the diagram, the same as a list, what can be set, the check, and trying.
import { blocksFor, templateOf, withGroups } from './blocks.js';
import { createModeler, createViewer } from './bpmn/modeler.js';
import { DrawnPath } from './bpmn/drawn-path.js';
import { View } from './bpmn/view.js';
import { button, h } from './dom.js';
import { Draft } from './draft.js';
import * as model from './model.js';
import { called, outline } from './outline.js';
import { server } from './server.js';
import { askForStep } from './ui/add-step.js';
import { checkView } from './ui/check-panel.js';
import { outlineView } from './ui/outline-view.js';
import { Shell } from './ui/shell.js';
import { tabs } from './ui/tabs.js';
import { tryView } from './ui/try-panel.js';

const CHECK_AFTER_MS = 3000;
const NAME_OF_GROUP = /^[a-z][A-Za-z0-9_]{0,39}$/;

class FlowEditor {
  constructor(place, settings, templates, groups) {
    this.templates = templates;
    this.groups = groups.filter((group) => NAME_OF_GROUP.test(group));
    this.settings = settings;
    this.canvasPlace = h('div', { class: 'im-flow-canvas' });
    this.listPlace = h('div', { class: 'im-flow-list', hidden: true });
    this.properties = h('div', { class: 'im-flow-properties' });
    this.checkPlace = h('div', {}, h('p', { class: 'im-muted' }, 'The check runs some seconds after the last change.'));
    this.tryPlace = h('div', {});
    this.summary = h('p', { class: 'visually-hidden', role: 'status' });
    this.draft = new Draft(settings, async () => (await this.modeler.saveXML({ format: true })).xml, window.localStorage);
    const step = this.draft.mayChange ? [['Step', h('div', {}, this.#addBar(), this.properties)]] : [];
    this.tabs = tabs('About the flow', [...step, ['Check', this.checkPlace], ['Try', this.tryPlace]]);
    this.modeler = this.draft.mayChange ? createModeler(this.canvasPlace, this.properties, settings.key) : createViewer(this.canvasPlace);
    this.shellPlace = place;
  }

  async open() {
    const xml = await this.draft.open();
    this.shell = new Shell(this.shellPlace, this.draft, this.#forShell());
    this.path = new DrawnPath(this.modeler);
    this.view = new View(this.modeler);
    this.modeler.get('elementTemplatesLoader', false)?.setTemplates(withGroups(this.templates, this.groups));
    await this.load(xml);
    this.modeler.on('commandStack.changed', () => this.#changed());
    this.modeler.on('selection.changed', () => this.#selected());
    this.modeler.on('imprimatur.add', ({ element }) => this.#askForStep(element));
    this.shell.offerKept();
    this.#checkLater();
  }

  async load(xml) {
    await this.modeler.importXML(xml);
    if (this.draft.mayChange) {
      this.#recognise();
    }
    this.view.beginning();
    this.modeler.get('selection').select([]);
    this.#refreshList();
  }

  /** Steps that could have come from a template are treated as if they had. */
  #recognise() {
    const definitions = this.modeler.getDefinitions();
    const known = new Map(this.templates.map((template) => [template.id, template]));
    for (const node of model.processes(definitions).flatMap(model.allFlowNodes)) {
      const template = known.get(templateOf(node));
      if (template && !node.get('camunda:modelerTemplate')) {
        node.set('camunda:modelerTemplate', template.id);
        node.set('camunda:modelerTemplateVersion', template.version);
      }
    }
  }

  #forShell() {
    const stack = () => this.modeler.get('commandStack', false);
    return {
      fileName: `${this.settings.key}.bpmn`,
      load: (xml) => this.load(xml),
      undo: () => stack().undo(),
      redo: () => stack().redo(),
      canUndo: () => stack()?.canUndo() ?? false,
      canRedo: () => stack()?.canRedo() ?? false,
      check: () => this.check(),
      refused: (violations) => this.#showCheck({ accepted: false, violations }),
      tools: [
        button('Check', () => this.check()),
        button('Try', () => this.#try()),
        this.#listButton(),
        h('span', { class: 'im-flow-zoom' }, button('−', () => this.view.zoom(0.8), { 'aria-label': 'Smaller' }),
          button('+', () => this.view.zoom(1.25), { 'aria-label': 'Larger' }),
          button('Whole flow', () => this.view.whole())),
      ],
      work: h('div', { class: 'im-flow-work' }, h('div', { class: 'im-flow-stage' }, this.canvasPlace, this.listPlace), this.tabs.element, this.summary),
    };
  }

  #listButton() {
    const toggle = button('Show as list', () => {
      const list = this.listPlace.hidden;
      this.listPlace.hidden = !list;
      this.canvasPlace.hidden = list;
      toggle.setAttribute('aria-pressed', String(list));
      if (list) {
        this.#refreshList();
      } else {
        this.modeler.get('canvas').resized();
      }
    }, { 'aria-pressed': 'false' });
    return toggle;
  }

  #addBar() {
    this.addButton = button('Add a step…', () => this.#askForStep(this.modeler.get('selection').get()[0]), { disabled: true });
    this.removeButton = button('Remove', () => this.#remove(), { disabled: true });
    return h('div', { class: 'im-flow-add' }, this.addButton, this.removeButton,
      this.addHint = h('span', { class: 'im-small im-muted' }, 'Choose a step or a way first.'));
  }

  #changed() {
    this.path.clear();
    this.draft.changed();
    this.#refreshList();
    this.#checkLater();
  }

  #selected() {
    const [shape, ...others] = this.modeler.get('selection').get();
    if (this.draft.mayChange) {
      const places = shape && !others.length ? this.modeler.get('insertion').placesFor(shape) : [];
      this.addButton.disabled = places.length === 0;
      this.removeButton.disabled = !shape?.parent || others.length > 0;
      this.addHint.hidden = places.length > 0;
      if (shape) {
        this.tabs.show('Step');
      }
    }
    if (!this.listPlace.hidden) {
      this.listPlace.querySelectorAll('.im-flow-name').forEach((name) =>
        name.setAttribute('aria-pressed', String(name.parentElement.dataset.element === shape?.id)));
    }
  }

  #select(id) {
    const element = this.modeler.get('elementRegistry').get(id);
    if (element) {
      this.modeler.get('selection').select(element);
      if (!this.canvasPlace.hidden) {
        this.modeler.get('canvas').scrollToElement(element);
      }
    }
    return element;
  }

  #refreshList() {
    if (this.listPlace.hidden) {
      return;
    }
    const focused = document.activeElement?.closest('[data-element]')?.dataset.element;
    const entries = model.processes(this.modeler.getDefinitions()).flatMap(outline);
    const actions = {
      select: (id) => this.#select(id),
      add: this.draft.mayChange ? (id) => this.#askForStep(this.#select(id)) : undefined,
    };
    this.listPlace.replaceChildren(outlineView(entries, actions, this.modeler.get('selection').get()[0]?.id));
    if (focused) {
      this.listPlace.querySelector(`[data-element="${CSS.escape(focused)}"] button`)?.focus();
    }
  }

  #askForStep(shape) {
    const insertion = this.modeler.get('insertion');
    const places = shape ? insertion.placesFor(shape) : [];
    if (places.length) {
      askForStep(places, blocksFor(this.settings.key), (block, place) => {
        const step = insertion.add(block, place);
        this.#select(step.id);
        this.shell.say(`“${step.businessObject.name ?? block.name}” was added.`);
      });
    }
  }

  #remove() {
    const [shape] = this.modeler.get('selection').get();
    const name = shape.businessObject.name ?? 'The step';
    this.modeler.get('insertion').remove(shape);
    this.shell.say(`“${name}” was removed.`);
  }

  #checkLater() {
    clearTimeout(this.checkTimer);
    this.checkTimer = setTimeout(() => this.#checkQuietly(), CHECK_AFTER_MS);
  }

  /** Runs the check and shows what it says; gives whether it accepts the flow. */
  async check() {
    this.tabs.show('Check');
    clearTimeout(this.checkTimer);
    try {
      return this.#showCheck(await this.#askCheck());
    } catch (broken) {
      this.shell.fail(broken);
      return false;
    }
  }

  async #checkQuietly() {
    try {
      const changes = this.draft.changes;
      const result = await this.#askCheck();
      if (changes === this.draft.changes) {
        this.#showCheck(result);
      }
    } catch (broken) {
      this.checkPlace.replaceChildren(h('p', { class: 'im-note im-note-warn' }, `The check could not run. ${broken.message}`));
    }
  }

  async #askCheck() {
    return server.check(await this.draft.xml(), `${this.settings.key}.bpmn`);
  }

  #showCheck(result) {
    const view = checkView(result, (id) => this.#nameOf(id), (violation) => this.#showViolation(violation), 'flow');
    this.checkPlace.replaceChildren(view);
    const summary = view.querySelector('.im-note').textContent;
    if (this.summary.textContent !== summary) {
      this.summary.textContent = summary;
    }
    return result.accepted;
  }

  #nameOf(id) {
    const element = this.modeler.get('elementRegistry').get(id)?.businessObject;
    return element && model.is(element, 'FlowNode') ? called(element) : model.is(element, 'SequenceFlow') ? element.name || undefined : undefined;
  }

  #showViolation(violation) {
    this.path.draw(violation.path ?? [], [violation.element], 'offence');
    const element = this.modeler.get('elementRegistry').get(violation.element);
    if (element) {
      this.modeler.get('selection').select(element);
      this.tabs.show('Check');
    }
    if (violation.path?.length) {
      this.view.only(violation.path);
    } else if (element) {
      this.modeler.get('canvas').scrollToElement(element);
    }
  }

  #drawTried({ path, ends, kind }) {
    this.path.draw(path, ends, kind);
    const now = ends.map((id) => this.modeler.get('elementRegistry').get(id)).find(Boolean);
    if (now && !this.canvasPlace.hidden) {
      this.modeler.get('canvas').scrollToElement(now, { top: 100, bottom: 100, left: 220, right: 100 });
    }
  }

  #try() {
    this.tabs.show('Try');
    this.tryPlace.replaceChildren(tryView(() => this.draft.xml(), (way) => this.#drawTried(way), this.shell.fail));
  }
}

export const open = async (place, settings) => {
  const [templates, groups] = await Promise.all([server.templates(), server.groups()]);
  await new FlowEditor(place, settings, templates, groups).open();
};
