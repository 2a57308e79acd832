import type { Task } from './task.ts';

const OPEN_FIELD = `customElements.define('x-field', class extends HTMLElement { connectedCallback() { const root = this.attachShadow({ mode: this.getAttribute('mode') ?? 'open' });
  root.innerHTML = '<label>' + this.getAttribute('label') + ' <input></label><button>' + this.getAttribute('action') + '</button>';
  root.querySelector('button').onclick = () => save({ [this.id]: root.querySelector('input').value }); } });`;

/** Documents in documents, and trees in trees. */
export const frames: readonly Task[] = [
  {
    name: 'same-origin-frame',
    family: 'frames',
    page: `<h2>[[Portal|Portal]]</h2><iframe src="inner" width="500" height="200"></iframe>`,
    more: {
      inner: `<label>[[Days off|Urlaubstage]] <input></label><button>[[Request|Beantragen]]</button><script>one('button').onclick = () => save({ days: one('input').value });</script>`,
    },
    person: async (person) => {
      const inner = person.frame('iframe');
      await person.fill(inner.locator('input'), '5');
      await person.click(inner.locator('button'));
    },
    expected: { days: '5' },
  },
  {
    name: 'srcdoc-frame',
    family: 'frames',
    page: `<iframe width="500" height="160" srcdoc="<label>Vote <select><option>Yes<option>No<option>Abstain</select></label><button onclick='parent.save({ vote: document.querySelector(&quot;select&quot;).value })'>Cast</button>"></iframe>`,
    person: async (person) => {
      const inner = person.frame('iframe');
      await person.choose(inner.locator('select'), 2);
      await person.click(inner.getByText('Cast'));
    },
    expected: { vote: 'Abstain' },
  },
  {
    name: 'frame-in-a-frame',
    family: 'frames',
    page: `<button id="show">[[Show editor|Editor zeigen]]</button><div></div><script>one('#show').onclick = () => { one('div').innerHTML = '<iframe src="middle" width="600" height="300"></iframe>'; };</script>`,
    more: {
      middle: `<p>[[Middle|Mitte]]</p><iframe src="inner" width="500" height="180"></iframe>`,
      inner: `<div contenteditable style="border: 1px solid; padding: 8px">Dear</div><button>[[Send|Senden]]</button><script>one('button').onclick = () => save({ letter: one('div').textContent });</script>`,
    },
    person: async (person) => {
      await person.click(person.find('#show'));
      const inner = person.frame('iframe').frameLocator('iframe');
      await person.click(inner.locator('div'));
      await person.moveCaret('End');
      await person.type(' team', 'Dear team');
      await person.click(inner.locator('button'));
    },
    expected: { letter: 'Dear team' },
  },
  {
    name: 'two-like-frames',
    family: 'frames',
    page: `<iframe src="pane?side=left" width="300" height="120"></iframe><iframe src="pane?side=right" width="300" height="120"></iframe>`,
    more: {
      pane: `<label><input type="checkbox"> [[Sync|Abgleich]]</label><script>one('input').onchange = ({ target }) => save({ [new URLSearchParams(location.search).get('side')]: target.checked });</script>`,
    },
    person: async (person) => {
      await person.check(person.frame('iframe >> nth=1').locator('input'));
      await person.check(person.frame('iframe >> nth=0').locator('input'));
      await person.click(person.frame('iframe >> nth=0').locator('input'), { as: 'uncheck' });
    },
    expected: { right: true, left: false },
  },
  {
    name: 'open-shadow-roots',
    family: 'frames',
    page: `<x-field id="first" label="[[Cost centre|Kostenstelle]]" action="[[Set|Setzen]]"></x-field><x-field id="second" label="[[Project|Projekt]]" action="[[Set|Setzen]]"></x-field><script>${OPEN_FIELD}</script>`,
    person: async (person) => {
      await person.fill(person.find('#second input'), 'P-20');
      await person.click(person.find('#second button'));
      await person.fill(person.find('#first input'), '4711');
      await person.click(person.find('#first button'));
    },
    expected: { second: 'P-20', first: '4711' },
  },
  {
    name: 'closed-shadow-root',
    family: 'frames',
    page: `<style>x-field { display: block; width: 400px; height: 40px }</style><x-field mode="closed" id="hours" label="[[Hours|Stunden]]" action="[[Book|Buchen]]"></x-field><script>${OPEN_FIELD}</script>`,
    person: async (person) => {
      await person.click(person.find('x-field'), { at: { x: 120, y: 16 } });
      await person.type('7.5');
      await person.press('Tab');
      await person.press('Enter', ['press', 'click']);
    },
    expected: { hours: '7.5' },
  },
  {
    name: 'shadow-root-in-a-shadow-root',
    family: 'frames',
    page: `<x-list></x-list><script>customElements.define('x-entry', class extends HTMLElement { connectedCallback() { const root = this.attachShadow({ mode: 'open' }); root.innerHTML = '<style>:host { display: block; padding: 4px }</style><span></span> <button>[[Pin|Merken]]</button>'; root.querySelector('span').textContent = this.dataset.name; root.querySelector('button').onclick = () => save({ pinned: this.dataset.name }); } });
        customElements.define('x-list', class extends HTMLElement { connectedCallback() { const root = this.attachShadow({ mode: 'open' }); for (const name of rows(['Alpha', 'Beta', 'Gamma', 'Delta', 'Omega'])) { const entry = document.createElement('x-entry'); entry.dataset.name = name; root.append(entry); } } });</script>`,
    person: async (person) => {
      await person.click(person.find('x-entry').filter({ hasText: 'Gamma' }).locator('button'));
    },
    expected: { pinned: 'Gamma' },
  },
  {
    name: 'slotted-tabs',
    family: 'frames',
    page: `<x-tabs><button slot="tab">[[Mail|Post]]</button><button slot="tab">[[Chat|Gespräch]]</button><div>[[Mail rules|Regeln]]</div><div><label><input type="radio" name="mode" value="loud"> [[Loud|Laut]]</label><label><input type="radio" name="mode" value="quiet"> [[Quiet|Leise]]</label></div></x-tabs><script>
        customElements.define('x-tabs', class extends HTMLElement { connectedCallback() { const root = this.attachShadow({ mode: 'open' }); root.innerHTML = '<nav><slot name="tab"></slot></nav><section><slot></slot></section>'; const panels = all(':scope > div', this); const show = (at) => panels.forEach((panel, place) => { panel.hidden = place !== at; }); show(0);
          all('[slot=tab]', this).forEach((tab, place) => { tab.onclick = () => show(place); }); } });
        all('[name=mode]').forEach((radio) => { radio.onchange = () => save({ mode: radio.value }); });</script>`,
    person: async (person) => {
      await person.click(person.text('Chat'));
      await person.check(person.text('Quiet'));
    },
    expected: { mode: 'quiet' },
  },
];
