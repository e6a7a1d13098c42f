import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KeptWork } from '../src/kept-work.js';

class Storage {
  items = new Map();
  getItem(key) { return this.items.get(key) ?? null; }
  setItem(key, value) { this.items.set(key, value); }
  removeItem(key) { this.items.delete(key); }
}

class FullStorage {
  getItem() { throw new Error('denied'); }
  setItem() { throw new Error('full'); }
  removeItem() { throw new Error('denied'); }
}

test('what was kept is given back, with its time', () => {
  const storage = new Storage();
  new KeptWork(storage, 'draft:7', () => 1234).keep('<xml/>', 'Approval');

  assert.deepEqual(new KeptWork(storage, 'draft:7').kept(), { xml: '<xml/>', name: 'Approval', at: 1234 });
});

test('each draft has work of its own', () => {
  const storage = new Storage();
  new KeptWork(storage, 'draft:7').keep('<xml/>', 'Approval');

  assert.equal(new KeptWork(storage, 'draft:8').kept(), null);
});

test('what is forgotten is gone', () => {
  const work = new KeptWork(new Storage(), 'draft:7');
  work.keep('<xml/>', 'Approval');
  work.forget();

  assert.equal(work.kept(), null);
});

test('what somebody else left in the storage is not taken for work', () => {
  const storage = new Storage();
  storage.setItem('imprimatur.flow.draft:7', '{"xml":1}');
  assert.equal(new KeptWork(storage, 'draft:7').kept(), null);
  storage.setItem('imprimatur.flow.draft:7', 'no JSON');
  assert.equal(new KeptWork(storage, 'draft:7').kept(), null);
});

test('a browser that keeps nothing says so, and breaks nothing', () => {
  const work = new KeptWork(new FullStorage(), 'draft:7');

  assert.equal(work.keep('<xml/>', 'Approval'), false);
  assert.equal(work.kept(), null);
  work.forget();
});
