import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { licences } from './licences.js';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  // the address at which the application serves what is built
  base: '/assets/flows/',
  publicDir: false,
  plugins: [licences('licences.txt')],
  resolve: {
    // the pages' policy allows no style attributes in HTML; ours sets them through the object model
    alias: { domify: here('src/strict-domify.js'), 'style-mod': here('src/strict-style-mod.js') },
  },
  build: {
    outDir: here('../../../target/classes/static/assets/flows'),
    emptyOutDir: true,
    target: 'es2022',
    // no data: addresses for fonts
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    cssCodeSplit: false,
    chunkSizeWarningLimit: 2500,
    rollupOptions: {
      input: here('src/main.js'),
      output: {
        entryFileNames: 'editor.js',
        chunkFileNames: '[name]-[hash].js',
        assetFileNames: (asset) => (asset.names.some((name) => name.endsWith('.css')) ? 'editor.css' : '[name]-[hash][extname]'),
      },
    },
  },
});
