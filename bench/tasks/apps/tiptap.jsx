import { Editor } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';

one('#app').innerHTML =
  '<div role="toolbar"><button id="heading">H</button><button id="quote">❝</button><button id="list">•</button></div><div id="text" style="border: 1px solid; padding: 8px; width: 600px; min-height: 120px"></div>';
const editor = new Editor({ element: one('#text'), extensions: [StarterKit], content: '<p>Weekly notes</p>' });
editor.on('update', () =>
  save({
    blocks: editor.getJSON().content.map(({ type }) => type),
    lines: editor.getText({ blockSeparator: '|' }).split('|').filter(Boolean),
  }),
);
one('#heading').onclick = () => editor.chain().focus().toggleHeading({ level: 2 }).run();
one('#quote').onclick = () => editor.chain().focus().toggleBlockquote().run();
one('#list').onclick = () => editor.chain().focus().toggleBulletList().run();
