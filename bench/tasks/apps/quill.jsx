import Quill from 'quill';
import 'quill/dist/quill.snow.css';

one('#app').innerHTML =
  `<div id="editor" style="height: 160px; width: 600px"></div><button id="publish">${t('Publish', 'Senden')}</button>`;
const editor = new Quill('#editor', {
  theme: 'snow',
  modules: { toolbar: [['bold', 'italic'], [{ header: [1, 2, false] }], [{ list: 'ordered' }, { list: 'bullet' }]] },
});
one('#publish').onclick = () =>
  save({
    text: editor.getText().trim(),
    bold: all('#editor strong').map(({ textContent }) => textContent),
    items: all('#editor li').length,
  });
