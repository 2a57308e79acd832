/** People that nobody is, as an office's applications hold them; none of these words belongs to an application. */
export const PEOPLE = [
  { name: 'Zoë Kravchenko', mail: 'zoe.kravchenko@example.org', phone: '+49 30 5557 0143', city: 'Bratislava' },
  { name: 'Alice Martin', mail: 'alice.martin@example.com', phone: '+1 (555) 234-0187', city: 'Berlin' },
  { name: 'Kwame Osei-Bonsu', mail: 'kwame@osei.example', phone: '020 7946 0321', city: 'Kumasi' },
  { name: 'María José Villanueva', mail: 'mj.villanueva@example.net', phone: '01 23 45 67 89', city: 'Sevilla' },
  { name: 'Tomasz Wiśniewski', mail: 'tomasz.w@example.pl', phone: '+48 22 555 01 23', city: 'Łódź' },
  { name: 'Priya Raghunathan', mail: 'priya.r@example.in', phone: '+91 98765 43210', city: 'Chennai' },
] as const;

/** What they wrote about: the words in capitals are theirs too. */
export const CASES = PEOPLE.map(({ name, mail, phone, city }, at) => ({
  title: `${name.split(' ').at(-1)} ${city} ${4711 + at}`,
  text: `${name} from ${city} called again. Write to ${mail} or ring ${phone}. The amount is € ${1200 + at * 17}.50.`,
  name,
}));

/** What they publish. */
export const PUBLISHED = ['billing', 'calendar', 'contacts', 'desk', 'forms', 'mailer'].map((word) => `office-${word}`);

/** All that is sent to an application, and as it shows it: the longest first. */
export const SENT: readonly string[] = [
  ...CASES.flatMap(({ title, text, name }) => [title, text, text.slice(0, 40), name, name.replaceAll(' ', '-')]),
  ...PEOPLE.flatMap(({ name, mail, phone, city }) => [...name.split(/[ -]/), mail, phone, city]),
  ...PUBLISHED,
].sort((a, b) => b.length - a.length);

/** What must not be found in anything that is kept. */
export const PLANTED = [
  ...PEOPLE.flatMap(({ name, mail, phone, city }) => [
    name,
    ...name.split(/[ -]/).filter((part) => part.length > 3),
    mail,
    phone,
    city,
  ]),
  ...CASES.map((_, at) => `${1200 + at * 17}.50`),
];
