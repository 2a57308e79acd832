import Sortable from 'sortablejs';

one('#app').innerHTML = '<div style="display: flex; gap: 40px"><ul id="left"></ul><ul id="right"></ul></div>';
for (const list of all('ul'))
  Object.assign(list.style, {
    width: '200px',
    minHeight: '200px',
    background: '#eef',
    padding: '8px',
    listStyle: 'none',
  });
const put = (list, names) =>
  list.append(
    ...names.map((textContent) => made('li', { textContent, style: 'padding: 8px; background: #fff; margin: 4px' })),
  );
put(one('#left'), ['Milk', 'Bread', 'Eggs', 'Salt']);
put(one('#right'), ['Soap']);
const names = (list) => all('li', list).map(({ textContent }) => textContent);
for (const list of all('ul'))
  new Sortable(list, {
    group: 'shopping',
    animation: 100,
    onEnd: () => save({ left: names(one('#left')), right: names(one('#right')) }),
  });
