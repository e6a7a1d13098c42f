// Puts the licence texts of all bundled packages beside the bundle, as their licences ask.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const packageOf = (module) => {
  let folder = dirname(module.replace(/^\0+|[?].*$/g, ''));
  while (folder !== dirname(folder)) {
    const description = join(folder, 'package.json');
    if (existsSync(description) && JSON.parse(readFileSync(description, 'utf8')).version) {
      return folder;
    }
    folder = dirname(folder);
  }
  return undefined;
};

const textOf = (folder) => {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : `Licence: ${license ?? 'see the package'}`;
  return `${name} ${version}\n\n${text}\n`;
};

export const licences = (fileName) => ({
  name: 'licences',
  generateBundle() {
    const folders = new Set([...this.getModuleIds()].filter((id) => id.includes('node_modules')).map(packageOf).filter(Boolean));
    const source = [...folders].map(textOf).sort().join(`\n${'-'.repeat(80)}\n\n`);
    this.emitFile({ type: 'asset', fileName, source });
  },
});
