import flatpickr from 'flatpickr';
import 'flatpickr/dist/flatpickr.min.css';

one('#app').innerHTML =
  `<label for="stay">${t('Stay', 'Aufenthalt')}</label><input id="stay" size="30"><p><button>${t('Ask', 'Anfragen')}</button>`;
flatpickr('#stay', { mode: 'range', defaultDate: ['2026-11-02', '2026-11-03'], dateFormat: 'Y-m-d' });
one('#app button').onclick = () => save({ stay: one('#stay').value });
