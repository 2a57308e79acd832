import { Calendar } from '@fullcalendar/core';
import interaction from '@fullcalendar/interaction';
import timeGrid from '@fullcalendar/timegrid';

const hours = (date) => `${date.getDate()}. ${date.getHours()}:${String(date.getMinutes()).padStart(2, '0')}`;
const calendar = new Calendar(one('#app'), {
  plugins: [timeGrid, interaction],
  initialView: 'timeGridWeek',
  initialDate: '2026-11-25',
  firstDay: 1,
  height: 640,
  slotMinTime: '08:00',
  slotMaxTime: '16:00',
  allDaySlot: false,
  selectable: true,
  editable: true,
  longPressDelay: 0,
  events: [
    { id: 'a', title: 'Stand-up', start: '2026-11-24T09:00', end: '2026-11-24T10:00' },
    { id: 'b', title: 'Review', start: '2026-11-26T10:00', end: '2026-11-26T11:00' },
  ],
  select: ({ start, end }) => save({ chosen: `${hours(start)}–${hours(end)}` }),
  eventDrop: ({ event }) => save({ [event.title]: hours(event.start) }),
});
calendar.render();
