import { open, show } from './router.js';

document.addEventListener('click', (event) => {
  const link = event.target.closest('a');
  if (!link || link.origin !== location.origin || event.ctrlKey || event.metaKey || event.button !== 0) return;
  event.preventDefault();
  void open(link.pathname);
});
addEventListener('popstate', show);
void show();
