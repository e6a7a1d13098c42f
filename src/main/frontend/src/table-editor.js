// The editor of decision tables: the table itself, and its rows as forms in plain words.
import DmnModeler from 'dmn-js/lib/Modeler';
import { button, h } from './dom.js';
import { Draft } from './draft.js';
import { server } from './server.js';
import { rowForm } from './ui/row-form.js';
import { checkView } from './ui/check-panel.js';
import { Shell } from './ui/shell.js';
import { tabs } from './ui/tabs.js';
import { columnName, rowInWords, tables } from './table.js';

const CHECK_AFTER_MS = 3000;

class TableEditor {
  constructor(place, settings, groups) {
    this.settings = settings;
    this.place = place;
    this.groups = groups;
    this.flows = (settings.flows ?? '').split(',').filter(Boolean);
    this.tablePlace = h('div', { class: 'im-table-place', tabindex: '0', role: 'region', 'aria-label': 'Table' });
    this.rows = h('div', {});
    this.checkPlace = h('div', {}, h('p', { class: 'im-muted' }, 'The check runs some seconds after the last change.'));
    this.tabs = tabs('About the table', [['Rows', this.rows], ['Check', this.checkPlace]]);
    this.modeler = new DmnModeler({ container: this.tablePlace });
    this.draft = new Draft(settings, async () => (await this.modeler.saveXML({ format: true })).xml, window.localStorage);
  }

  async open() {
    const xml = await this.draft.open();
    this.shell = new Shell(this.place, this.draft, {
      fileName: `${this.settings.key}.dmn`,
      load: (kept) => this.load(kept),
      undo: () => this.#stack()?.undo(),
      redo: () => this.#stack()?.redo(),
      canUndo: () => this.#stack()?.canUndo() ?? false,
      canRedo: () => this.#stack()?.canRedo() ?? false,
      check: () => this.check(),
      refused: (violations) => this.#showCheck({ accepted: false, violations }),
      tools: [button('Check', () => this.check())],
      work: h('div', { class: 'im-flow-work im-table-work' }, this.tablePlace, this.tabs.element),
    });
    await this.load(xml);
    this.shell.offerKept();
    this.#checkLater();
  }

  async load(xml) {
    await this.modeler.importXML(xml);
    const table = this.modeler.getViews().find((view) => view.type === 'decisionTable');
    await this.modeler.open(table);
    this.viewer = this.modeler.getActiveViewer();
    this.viewer.on('elements.changed', () => this.#changed());
    this.#showRows();
  }

  #stack() {
    return this.viewer?.get('commandStack');
  }

  #table() {
    return tables(this.modeler.getDefinitions())[0];
  }

  #changed() {
    this.draft.changed();
    this.#showRows();
    this.#checkLater();
  }

  #showRows() {
    const table = this.#table();
    const modeling = this.viewer.get('modeling');
    const sheet = this.viewer.get('sheet');
    const root = sheet.getRoot();
    const open = [...this.rows.querySelectorAll('details[open]')].map((row) => row.dataset.row);
    const focused = document.activeElement?.id;
    const items = (table.rule ?? []).map((rule, index) => h('li', {}, rowForm({
      rule,
      number: index + 1,
      table,
      open: open.includes(rule.id),
      words: rowInWords(table, rule),
      suggestions: { groups: this.groups, flows: this.flows },
      mayChange: this.draft.mayChange,
      edit: (cell, text) => modeling.editCell(cell, text),
      explain: (description) => modeling.editAnnotation(rule, description),
      remove: () => modeling.removeRow(root.rows.find((row) => row.businessObject === rule)),
    })));
    this.rows.replaceChildren(h('ol', { class: 'im-rows' }, items),
      this.draft.mayChange ? button('Add a row', () => modeling.addRow({ type: 'dmn:DecisionRule' })) : '',
      h('p', { class: 'im-small im-muted mt-3' }, `Conditions: ${(table.input ?? []).map(columnName).join(', ')}. A row counts if all its conditions hold.`));
    if (focused) {
      document.getElementById(focused)?.focus();
    }
  }

  #checkLater() {
    clearTimeout(this.checkTimer);
    this.checkTimer = setTimeout(() => this.#ask().then((result) => this.#showCheck(result)).catch((broken) =>
      this.checkPlace.replaceChildren(h('p', { class: 'im-note im-note-warn' }, `The check could not run. ${broken.message}`))), CHECK_AFTER_MS);
  }

  async check() {
    clearTimeout(this.checkTimer);
    this.tabs.show('Check');
    try {
      return this.#showCheck(await this.#ask());
    } catch (broken) {
      this.shell.fail(broken);
      return false;
    }
  }

  async #ask() {
    return server.check(await this.draft.xml(), `${this.settings.key}.dmn`);
  }

  #showCheck(result) {
    const rules = this.#table().rule ?? [];
    const nameOf = (id) => {
      const row = rules.findIndex((rule) => [rule, ...(rule.inputEntry ?? []), ...(rule.outputEntry ?? [])].some((one) => one.id === id));
      return row < 0 ? 'The table' : `Row ${row + 1}`;
    };
    this.checkPlace.replaceChildren(checkView(result, nameOf, (violation) => this.#showRow(violation.element), 'table'));
    return result.accepted;
  }

  #showRow(id) {
    const rule = (this.#table().rule ?? []).find((one) => [one, ...one.inputEntry, ...one.outputEntry].some((cell) => cell.id === id));
    if (rule) {
      this.tabs.show('Rows');
      const row = this.rows.querySelector(`details[data-row="${CSS.escape(rule.id)}"]`);
      row.open = true;
      row.querySelector('summary').focus();
    }
  }
}

export const open = async (place, settings) => new TableEditor(place, settings, await server.groups()).open();
