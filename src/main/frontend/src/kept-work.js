// Work that is not saved yet, kept in this browser until it is, so that a reload or a broken connection loses nothing.

const PREFIX = 'imprimatur.flow.';

export class KeptWork {
  /** @param storage such as window.localStorage
   *  @param {string} name of what is edited: a draft or a version
   *  @param now gives milliseconds since 1970 */
  constructor(storage, name, now = () => Date.now()) {
    this.storage = storage;
    this.key = PREFIX + name;
    this.now = now;
  }

  /** Keeps a model; false if the browser has no place for it. */
  keep(xml, name) {
    try {
      this.storage.setItem(this.key, JSON.stringify({ xml, name, at: this.now() }));
      return true;
    } catch {
      return false;
    }
  }

  /** What was kept as { xml, name, at }; null if nothing was, or if it cannot be read. */
  kept() {
    try {
      const work = JSON.parse(this.storage.getItem(this.key));
      return work && typeof work.xml === 'string' && typeof work.at === 'number' ? work : null;
    } catch {
      return null;
    }
  }

  forget() {
    try {
      this.storage.removeItem(this.key);
    } catch {
      // a browser that keeps nothing has nothing to forget
    }
  }
}
