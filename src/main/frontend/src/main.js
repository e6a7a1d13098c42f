// The way in: a page leaves <div id="flow-editor" data-…>, and says with data-mode and data-kind what shall stand there.
import './styles.css';

const place = document.getElementById('flow-editor');

const parts = {
  'edit-flow': () => import('./flow-editor.js'),
  'edit-table': () => import('./table-editor.js'),
  'compare-flow': () => import('./compare.js'),
  'compare-table': () => import('./compare.js'),
};

if (place) {
  const { mode = 'edit', kind = 'flow' } = place.dataset;
  parts[`${mode}-${kind}`]()
    .then(({ open }) => open(place, { ...place.dataset }))
    .catch((broken) => {
      const note = document.createElement('div');
      note.className = 'im-note im-note-stop';
      note.setAttribute('role', 'alert');
      note.textContent = `This could not be opened. ${broken.message}`;
      place.replaceChildren(note);
      place.removeAttribute('aria-busy');
      place.inert = false;
    });
}
