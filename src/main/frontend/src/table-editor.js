// The editor of decision tables: its rows as forms in plain words, and the table as tools see it.
import DmnModeler from 'dmn-js/lib/Modeler';
import { button, h } from './dom.js';
import { Draft } from './draft.js';
import { policyNames } from './policy-names.js';
import { server } from './server.js';
import { rowForm } from './ui/row-form.js';
import { checkView } from './ui/check-panel.js';
import { Shell } from './ui/shell.js';
import { rowInWords, tables } from './table.js';

const CHECK_AFTER_MS = 3000;
const HOW_ROWS_COUNT = 'A row counts if everything holds that it asks for. Every row that counts adds its reviews; among the flows, the last one counts.';

class TableEditor {
  constructor(place, settings, names) {
    Object.assign(this, { settings, place, names });
    this.tablePlace = h('div', { class: 'im-table-place', tabindex: '0', role: 'region', 'aria-label': 'Table as tools see it' });
    this.rows = h('section', { 'aria-label': 'Rows' });
    this.checkPlace = h('div', { 'aria-live': 'polite' }, h('p', { class: 'im-muted' }, 'The check runs some seconds after the last change.'));
    this.modeler = new DmnModeler({ container: this.tablePlace });
    this.draft = new Draft(settings, async () => {
      this.#told();
      return (await this.modeler.saveXML({ format: true })).xml;
    }, window.localStorage);
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
      work: h('div', { class: 'im-flow-work' },
        h('div', { class: 'im-flow-stage' }, this.rows, h('details', { class: 'im-table-details' }, h('summary', {}, 'The table as tools see it'), this.tablePlace)),
        h('section', { class: 'im-flow-side im-table-check', 'aria-labelledby': 'im-table-check' }, h('h2', { id: 'im-table-check', class: 'im-flow-title' }, 'Check'), this.checkPlace)),
    });
    await this.load(xml);
    this.shell.ready();
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
    const { id: focused, selectionStart, selectionEnd } = document.activeElement ?? {};
    const rows = (table.rule ?? []).length;
    const items = (table.rule ?? []).map((rule, index) => h('li', {}, rowForm({
      rule,
      number: index + 1,
      table,
      open: open.includes(rule.id),
      words: rowInWords(table, rule, this.names),
      names: this.names,
      mayChange: this.draft.mayChange,
      edit: (cell, text) => modeling.editCell(cell, text),
      typing: () => this.draft.changed(),
      explain: (description) => description !== (rule.description ?? '') && modeling.editAnnotation(rule, description),
      remove: () => {
        modeling.removeRow(root.rows.find((row) => row.businessObject === rule));
        this.#focusRow(Math.min(index, rows - 2));
      },
    })));
    this.rows.replaceChildren(h('ol', { class: 'im-rows' }, items),
      this.draft.mayChange ? button('Add a row', () => {
        modeling.addRow({ type: 'dmn:DecisionRule' });
        this.#focusRow(rows, true);
      }, { id: 'im-add-row' }) : '',
      h('p', { class: 'im-small im-muted mt-3' }, HOW_ROWS_COUNT));
    const again = focused ? document.getElementById(focused) : undefined;
    again?.focus();
    if (again?.matches('textarea')) {
      again.setSelectionRange(selectionStart, selectionEnd);
    }
  }

  #focusRow(index, open = false) {
    const row = this.rows.querySelectorAll('.im-row')[index];
    if (row && open) {
      row.open = true;
    }
    (row?.querySelector('summary') ?? document.getElementById('im-add-row'))?.focus();
  }

  /** What is typed is told to the model when its field is left; whoever asks for the model before gets it too. */
  #told() {
    const field = document.activeElement;
    if (field?.matches('.im-row textarea')) {
      field.dispatchEvent(new Event('change'));
    }
  }

  #checkLater() {
    clearTimeout(this.checkTimer);
    this.checkTimer = setTimeout(() => this.#ask().then((result) => this.#showCheck(result)).catch((broken) =>
      this.checkPlace.replaceChildren(h('p', { class: 'im-note im-note-warn' }, `The check could not run. ${broken.message}`))), CHECK_AFTER_MS);
  }

  async check() {
    clearTimeout(this.checkTimer);
    try {
      const accepted = this.#showCheck(await this.#ask());
      this.checkPlace.scrollIntoView({ block: 'nearest' });
      return accepted;
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
      return row < 0 ? undefined : `Row ${row + 1}`;
    };
    this.checkPlace.replaceChildren(checkView(result, nameOf, (violation) => this.#showRow(violation.element), 'table'));
    return result.accepted;
  }

  #showRow(id) {
    const rule = (this.#table().rule ?? []).find((one) => [one, ...one.inputEntry, ...one.outputEntry].some((cell) => cell.id === id));
    if (rule) {
      const row = this.rows.querySelector(`details[data-row="${CSS.escape(rule.id)}"]`);
      row.open = true;
      row.querySelector('summary').focus();
    }
  }
}

export const open = async (place, settings) => new TableEditor(place, settings, await policyNames()).open();
