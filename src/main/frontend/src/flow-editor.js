// The editor of flows: the diagram, the same as a list, what can be set, the check, and trying.
import { blocksFor, templateOf, withGroups } from './blocks.js';
import { createModeler, createViewer } from './bpmn/modeler.js';
import { DrawnPath } from './bpmn/drawn-path.js';
import { View } from './bpmn/view.js';
import { button, h } from './dom.js';
import { Draft } from './draft.js';
import * as model from './model.js';
import { called, describe, entriesOf, outline, wayInWords } from './outline.js';
import { server } from './server.js';
import { askForStep } from './ui/add-step.js';
import { checkView } from './ui/check-panel.js';
import { askForTarget } from './ui/lead-on.js';
import { outlineView } from './ui/outline-view.js';
import { Shell } from './ui/shell.js';
import { tabs } from './ui/tabs.js';
import { tryView } from './ui/try-panel.js';
import { capital } from './words.js';

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
    const step = this.draft.mayChange ? [['Step', h('div', {}, this.#stepBar(), this.properties)]] : [];
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
    this.#refreshStep();
    this.shell.ready();
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
        this.#zoom(),
      ],
      work: h('div', { class: 'im-flow-work' }, h('div', { class: 'im-flow-stage' }, this.canvasPlace, this.listPlace), this.tabs.element, this.summary),
    };
  }

  #zoom() {
    this.zoom = h('span', { class: 'im-flow-zoom' }, button('−', () => this.view.zoom(0.8), { 'aria-label': 'Smaller' }),
      button('+', () => this.view.zoom(1.25), { 'aria-label': 'Larger' }), button('Whole flow', () => this.view.whole()));
    return this.zoom;
  }

  #listButton() {
    const toggle = button('Show as list', () => {
      const list = this.listPlace.hidden;
      this.listPlace.hidden = !list;
      this.canvasPlace.hidden = list;
      this.zoom.hidden = list;
      toggle.setAttribute('aria-pressed', String(list));
      if (list) {
        this.#refreshList();
      } else {
        this.modeler.get('canvas').resized();
      }
    }, { 'aria-pressed': 'false' });
    return toggle;
  }

  #stepBar() {
    this.stepTitle = h('h2', { class: 'im-flow-title', tabindex: '-1' });
    this.stepWords = h('p', { class: 'im-small im-muted' });
    this.addButton = button('Add a step…', () => this.#askForStep(this.#chosen()));
    this.leadButton = button('Lead on to…', () => this.#askForTarget(this.#chosen()));
    this.removeButton = button('Remove', () => this.#remove(this.#chosen()));
    return h('div', { class: 'im-flow-chosen' }, this.stepTitle, this.stepWords,
      h('div', { class: 'im-actions' }, this.addButton, this.leadButton, this.removeButton));
  }

  #chosen() {
    const [shape, ...others] = this.modeler.get('selection').get();
    return others.length || !shape?.parent ? undefined : shape;
  }

  #changed() {
    this.path.clear();
    this.draft.changed();
    this.#refreshStep();
    this.#refreshList();
    this.#checkLater();
  }

  #selected() {
    const shape = this.#chosen();
    if (this.draft.mayChange) {
      this.#refreshStep();
      if (shape) {
        this.tabs.show('Step');
      }
    }
    if (!this.listPlace.hidden) {
      this.listPlace.querySelectorAll('.im-flow-name').forEach((name) =>
        name.setAttribute('aria-pressed', String(name.parentElement.dataset.element === shape?.id)));
    }
  }

  /** What is chosen, and what can be done with it. */
  #refreshStep() {
    if (!this.draft.mayChange) {
      return;
    }
    const shape = this.#chosen();
    const element = shape?.businessObject;
    const way = model.is(element, 'SequenceFlow');
    this.stepTitle.textContent = way ? capital(wayInWords(element)) : model.is(element, 'FlowNode') ? called(element) : 'The whole flow';
    const words = model.is(element, 'FlowNode') ? describe(element) : '';
    this.stepWords.textContent = shape ? (this.stepTitle.textContent.startsWith(words) ? '' : words) : 'Choose a step or a way to change it.';
    this.addButton.disabled = !shape || this.modeler.get('insertion').placesFor(shape).length === 0;
    this.leadButton.disabled = !shape || this.#targets(shape).length === 0;
    this.leadButton.textContent = way ? 'Lead elsewhere…' : 'Lead on to…';
    this.removeButton.disabled = !shape;
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
    const changing = {
      change: (id) => {
        this.#select(id);
        this.stepTitle.focus();
      },
      remove: (id) => this.#remove(this.#select(id)),
      add: (id) => this.#askForStep(this.#select(id)),
      lead: (id) => this.#askForTarget(this.#select(id)),
    };
    const select = (id) => {
      this.#select(id);
      this.#focusInList(id);
    };
    this.listPlace.replaceChildren(outlineView(entries, { select, ...(this.draft.mayChange ? changing : {}) }, this.#chosen()?.id));
    this.#focusInList(focused);
  }

  #inList(id) {
    return id ? this.listPlace.querySelector(`[data-element="${CSS.escape(id)}"] button`) : undefined;
  }

  #focusInList(id) {
    const place = this.#inList(id);
    place?.focus();
    return Boolean(place);
  }

  #askForStep(shape) {
    const insertion = this.modeler.get('insertion');
    const places = shape ? insertion.placesFor(shape) : [];
    if (places.length) {
      askForStep(places, blocksFor(this.settings.key), (block, place) => {
        const step = insertion.add(block, place);
        this.#show(step);
        this.shell.say(`“${called(step.businessObject)}” was added.`);
      });
    }
  }

  /** Steps to which a way could lead, named so that no two read the same, in the order of the list. */
  #targets(shape) {
    const targets = this.modeler.get('ways').targetsFor(shape);
    const order = entriesOf(model.processes(this.modeler.getDefinitions()).flatMap(outline)).map(({ id }) => id);
    const names = targets.map(({ businessObject }) => called(businessObject));
    return targets.map((target, index) => {
      const before = target.incoming[0]?.source;
      const twin = names.filter((name) => name === names[index]).length > 1;
      const host = before?.host ? ` at “${called(before.host.businessObject)}”` : '';
      return { target, words: names[index] + (twin && before ? `, after “${called(before.businessObject)}”${host}` : '') };
    }).sort((one, other) => order.indexOf(one.target.id) - order.indexOf(other.target.id));
  }

  #askForTarget(shape) {
    const targets = shape ? this.#targets(shape) : [];
    if (!targets.length) {
      this.shell.say('There is no other step to which a way from here could lead.');
      return;
    }
    const ways = this.modeler.get('ways');
    const element = shape.businessObject;
    if (shape.source) {
      askForTarget(`Lead ${wayInWords(element)} elsewhere`, undefined, targets, ({ target }) => {
        ways.redirect(shape, target);
        this.#show(shape);
        this.shell.say(`It leads to “${called(target.businessObject)}” now.`);
      });
      return;
    }
    const splits = shape.outgoing.length > 0 && !model.is(element, 'Gateway');
    const hint = splits ? 'A way leads on from here already. With another one, the flow goes both at the same time. If it shall go one of them, add the block “Choice” here first.' : undefined;
    askForTarget(`Lead on from “${called(element)}”`, hint, targets, ({ target }) => {
      this.#show(ways.draw(shape, target));
      const choice = model.is(element, 'ExclusiveGateway') ? ' Say when the flow goes it.' : '';
      this.shell.say(`The way to “${called(target.businessObject)}” is there.${choice}`);
    });
  }

  /** Chooses what has just been made, and puts the focus where it is set. */
  #show(shape) {
    this.#select(shape.id);
    this.stepTitle.focus();
  }

  #remove(shape) {
    const element = shape.businessObject;
    const name = model.is(element, 'SequenceFlow') ? capital(wayInWords(element)) : `“${called(element)}”`;
    const before = shape.source ?? shape.host ?? shape.incoming?.[0]?.source;
    this.modeler.get('insertion').remove(shape);
    if (before?.parent) {
      this.#select(before.id);
    }
    if (this.listPlace.hidden || !this.#focusInList(before?.id)) {
      this.stepTitle.focus();
    }
    this.shell.say(`${name} was removed.`);
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
      const accepted = this.#showCheck(await this.#askCheck());
      this.checkPlace.scrollIntoView({ block: 'nearest' });
      return accepted;
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
    if (!this.listPlace.hidden) {
      this.#inList(violation.element)?.scrollIntoView({ block: 'nearest' });
    } else if (violation.path?.length) {
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
