/** Makes an element. `properties` are set on it; a key with a hyphen or `role` becomes an attribute. */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.includes('-') || name === 'role') element.setAttribute(name, value);
    else element[name] = value;
  }
  element.append(...children);
  return element;
}

/** A labelled field. */
export function field(label, control, hint) {
  const text = make('span', { className: 'label', textContent: label });
  const parts = hint ? [text, control, make('small', { textContent: hint })] : [text, control];
  return make('label', { className: 'field' }, ...parts);
}

/** A native select. */
export function select(name, options, value) {
  const control = make('select', { name });
  for (const option of options) control.append(make('option', { textContent: option, value: option }));
  control.value = value;
  return control;
}
