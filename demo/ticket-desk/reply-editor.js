for (const button of document.querySelectorAll('[data-command]')) {
  button.addEventListener('mousedown', (event) => event.preventDefault()); // Or the text would lose its selection.
  button.addEventListener('click', () => document.execCommand(button.dataset.command));
}
