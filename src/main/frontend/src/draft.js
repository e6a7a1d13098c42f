// One piece of work: what is edited, where it is kept until it is saved, and how it is saved and deployed.
import { KeptWork } from './kept-work.js';
import { server } from './server.js';

const KEEP_AFTER_MS = 400;

export class Draft {
  /** @param {object} settings the page's data attributes
   *  @param {() => Promise<string>} xml the model as it stands
   *  @param {Storage} storage of the browser */
  constructor(settings, xml, storage) {
    this.settings = settings;
    this.id = settings.draft || undefined;
    this.base = settings.base || settings.version || undefined;
    this.name = settings.name ?? '';
    this.xml = xml;
    this.storage = storage;
    this.unsaved = false;
    this.changes = 0;
    this.listeners = [];
    this.kept = this.#keptWork();
  }

  get mayChange() {
    return this.settings.mayChange !== 'false';
  }

  onChange(listener) {
    this.listeners.push(listener);
  }

  /** The model to begin with. */
  async open() {
    if (!this.id) {
      return server.versionXml(this.settings.version);
    }
    const draft = await server.draft(this.id);
    this.version = draft.version;
    this.name = draft.name;
    this.base = draft.base;
    return draft.xml;
  }

  /** Says that the model or its name is not what was saved; keeps it in the browser a moment later. */
  changed() {
    this.unsaved = true;
    this.changes += 1;
    this.#tell();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.keep(), KEEP_AFTER_MS);
  }

  async keep() {
    if (this.unsaved) {
      this.kept.keep(await this.xml(), this.name);
    }
  }

  /** Saves a draft; gives { id, version, savedAt }. What is changed meanwhile stays unsaved. */
  async save() {
    const xml = await this.xml();
    const changes = this.changes;
    const saved = this.id
      ? await server.saveDraft(this.id, { name: this.name, xml, version: this.version })
      : await server.createDraft({ name: this.name, key: this.settings.key, kind: this.settings.kind, base: this.base, xml });
    this.version = saved.version;
    if (!this.id) {
      this.kept.forget();
      this.id = saved.id;
      this.kept = this.#keptWork();
      history.replaceState(null, '', `?draft=${encodeURIComponent(saved.id)}`);
    }
    if (changes === this.changes) {
      this.settled();
    }
    return saved;
  }

  /** Nothing is unsaved any more. */
  settled() {
    clearTimeout(this.timer);
    this.unsaved = false;
    this.kept.forget();
    this.#tell();
  }

  /** Saves, then deploys; gives what the server says. */
  async deploy(reason) {
    if (this.unsaved || !this.id) {
      await this.save();
    }
    const deployed = await server.deploy(this.id, reason);
    this.settled();
    if (deployed.status === 'deployed') {
      this.#isVersion(deployed.definition);
    }
    return deployed;
  }

  /** What was deployed is a version, and no draft any more; whatever changes from now on makes another draft. */
  #isVersion(definition) {
    this.id = undefined;
    this.version = undefined;
    this.base = definition;
    this.settings.version = definition;
    this.kept = this.#keptWork();
    history.replaceState(null, '', `?version=${encodeURIComponent(definition)}`);
  }

  #keptWork() {
    return new KeptWork(this.storage, this.id ? `draft:${this.id}` : `version:${this.settings.version}`);
  }

  #tell() {
    this.listeners.forEach((listener) => listener());
  }
}
