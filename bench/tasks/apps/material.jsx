import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import {
  Autocomplete,
  Button,
  Dialog,
  DialogActions,
  DialogTitle,
  FormControl,
  FormControlLabel,
  InputLabel,
  MenuItem,
  Rating,
  Select,
  Slider,
  Stack,
  Switch,
  TextField,
} from '@mui/material';

const PEOPLE = ['Ada Berg', 'Boris Lund', 'Chen Wei', 'Dana Holm', 'Emil Krog', 'Eva Lind'];

function Request() {
  const [values, setValues] = useState({ title: '', level: 'low', urgent: false, people: [], hours: 10, stars: 2 });
  const [isOpen, setOpen] = useState(false);
  const set = (change) => setValues((before) => ({ ...before, ...change }));
  const send = () => {
    save(values);
    setOpen(false);
  };
  return (
    <Stack spacing={2} sx={{ width: 420 }}>
      <TextField
        label={t('Title', 'Titel')}
        value={values.title}
        onChange={({ target }) => set({ title: target.value })}
      />
      <FormControl>
        <InputLabel id="level">{t('Level', 'Stufe')}</InputLabel>
        <Select
          labelId="level"
          label={t('Level', 'Stufe')}
          value={values.level}
          onChange={({ target }) => set({ level: target.value })}
        >
          <MenuItem value="low">{t('Low', 'Niedrig')}</MenuItem>
          <MenuItem value="middle">{t('Middle', 'Mittel')}</MenuItem>
          <MenuItem value="high">{t('High', 'Hoch')}</MenuItem>
        </Select>
      </FormControl>
      <FormControlLabel
        label={t('Urgent', 'Eilig')}
        control={<Switch checked={values.urgent} onChange={({ target }) => set({ urgent: target.checked })} />}
      />
      <Autocomplete
        multiple
        options={PEOPLE}
        value={values.people}
        onChange={(_, people) => set({ people })}
        renderInput={(params) => <TextField {...params} label={t('People', 'Leute')} />}
      />
      <Slider
        aria-label={t('Hours', 'Stunden')}
        min={0}
        max={40}
        step={5}
        marks
        value={values.hours}
        onChange={(_, hours) => set({ hours })}
      />
      <Rating value={values.stars} onChange={(_, stars) => set({ stars })} />
      <Button variant="contained" onClick={() => setOpen(true)}>
        {t('Send', 'Senden')}
      </Button>
      <Dialog open={isOpen} onClose={() => setOpen(false)}>
        <DialogTitle>{t('Send the request?', 'Antrag senden?')}</DialogTitle>
        <DialogActions>
          <Button onClick={() => setOpen(false)}>{t('No', 'Nein')}</Button>
          <Button onClick={send}>{t('Yes', 'Ja')}</Button>
        </DialogActions>
      </Dialog>
    </Stack>
  );
}

createRoot(one('#app')).render(<Request />);
