import 'bootstrap/dist/css/bootstrap.min.css';
import 'bootstrap';

one('#app').innerHTML = `
  <div class="dropdown d-inline-block">
    <button class="btn btn-secondary dropdown-toggle" data-bs-toggle="dropdown">${t('Reports', 'Berichte')}</button>
    <ul class="dropdown-menu">
      <li><button class="dropdown-item" data-report="day">${t('Daily', 'Täglich')}</button></li>
      <li><button class="dropdown-item" data-report="month">${t('Monthly', 'Monatlich')}</button></li>
      <li><button class="dropdown-item" data-report="year">${t('Yearly', 'Jährlich')}</button></li>
    </ul>
  </div>
  <div class="accordion mt-3" id="parts" style="width: 420px">
    ${['Format', 'Range']
      .map(
        (name) => `<div class="accordion-item"><h2 class="accordion-header">
      <button class="accordion-button collapsed" data-bs-toggle="collapse" data-bs-target="#${name}">${name}</button></h2>
      <div id="${name}" class="accordion-collapse collapse" data-bs-parent="#parts"><div class="accordion-body">
        <div class="form-check form-switch"><input class="form-check-input" type="checkbox" id="${name}-all">
        <label class="form-check-label" for="${name}-all">${t('Everything in', 'Alles in')} ${name}</label></div></div></div></div>`,
      )
      .join('')}
  </div>
  <button class="btn btn-primary mt-3" data-bs-toggle="modal" data-bs-target="#sure">${t('Run', 'Starten')}</button>
  <div class="modal fade" id="sure" tabindex="-1"><div class="modal-dialog"><div class="modal-content">
    <div class="modal-body">${t('Run it now?', 'Jetzt starten?')}</div><div class="modal-footer">
    <button class="btn btn-secondary" data-bs-dismiss="modal">${t('Later', 'Später')}</button>
    <button class="btn btn-primary" id="run" data-bs-dismiss="modal">${t('Now', 'Jetzt')}</button></div></div></div></div>`;
let report = null;
for (const item of all('[data-report]')) item.onclick = () => (report = item.dataset.report);
one('#run').onclick = () => save({ report, all: all('input:checked').map(({ id }) => id) });
