import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { validateAll } from '@bpmn-io/element-templates-validator';

const folder = new URL('../../../../processes/templates/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const all = files.flatMap((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')));

test('Camunda Modeler takes every template', () => {
  const { results } = validateAll(all);

  assert.equal(results.length, 17);
  assert.deepEqual(results.filter((result) => !result.valid).map((result) => [result.object.id, result.errors]), []);
});

test('no two templates share an id', () => {
  assert.equal(new Set(all.map((template) => template.id)).size, all.length);
});

test('nobody who uses a template types an expression', () => {
  const typed = all.flatMap((template) => template.properties)
    .filter((property) => property.type !== 'Hidden' && property.type !== 'Dropdown')
    .map((property) => property.constraints.pattern.value);

  assert.deepEqual(typed.filter((pattern) => new RegExp(`^(?:${pattern})$`).test('${x}')), []);
});
