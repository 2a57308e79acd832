import jQuery from 'jquery';
import select2 from 'select2';
import 'select2/dist/css/select2.css';

if (typeof select2 === 'function' && !jQuery.fn.select2) select2(window, jQuery);
const countries = ['Austria', 'Belgium', 'Bulgaria', 'Croatia', 'Denmark', 'Estonia', 'Finland', 'France'];
const options = countries.map((name) => `<option>${name}</option>`).join('');
one('#app').innerHTML = `
  <label for="home">${t('Home', 'Heimat')}</label><select id="home" style="width: 240px">${options}</select>
  <label for="markets">${t('Markets', 'Märkte')}</label><select id="markets" multiple style="width: 400px">${options}</select>
  <p><button>${t('Register', 'Anmelden')}</button>`;
jQuery('#home, #markets').select2();
one('#app > p button').onclick = () => save({ home: jQuery('#home').val(), markets: jQuery('#markets').val() });
