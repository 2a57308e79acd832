/** A ticket of the demonstration, with made-up people: reserved domains, telephone numbers kept for drama. */
export interface Ticket {
  readonly id: number;
  subject: string;
  status: 'Open' | 'Waiting' | 'Solved';
  priority: 'Low' | 'Normal' | 'High' | 'Urgent';
  category: string;
  assignee: string;
  /** `YYYY-MM-DD` */
  due: string;
  readonly requester: { readonly name: string; readonly email: string; readonly phone: string };
  readonly messages: { readonly from: string; readonly html: string }[];
}

export const AGENTS: readonly string[] = ['Nobody yet', 'Ada Okafor', 'Jonas Lindqvist', 'Mei Tanaka', 'Priya Raman'];

export const CATEGORIES: readonly string[] = ['Accounts', 'Billing', 'Hardware', 'Software', 'Other'];

/** The tickets on the desk each morning. */
export function startingTickets(): Ticket[] {
  return [
    {
      id: 4711,
      subject: 'Invoice shows the wrong address',
      status: 'Open',
      priority: 'Normal',
      category: 'Billing',
      assignee: 'Nobody yet',
      due: '2026-12-04',
      requester: { name: 'Hanna Brandt', email: 'hanna.brandt@example.com', phone: '+49 30 23125 014' },
      messages: [
        {
          from: 'Hanna Brandt',
          html:
            '<p>Hello, we moved in September, but the invoice still goes to Lindenstraße 7. Please send the next one to ' +
            'the new office, and refund the late fee to DE89 3704 0044 0532 0130 00.</p>' +
            '<p>You can reach me at hanna.brandt@example.com or +49 30 23125 014.</p>',
        },
      ],
    },
    {
      id: 4712,
      subject: 'Cannot print on the second floor',
      status: 'Open',
      priority: 'Low',
      category: 'Hardware',
      assignee: 'Jonas Lindqvist',
      due: '2026-12-01',
      requester: { name: 'Tom Ashworth', email: 't.ashworth@example.org', phone: '020 7946 0112' },
      messages: [
        { from: 'Tom Ashworth', html: '<p>The printer by the stairs says “toner low” and then nothing happens.</p>' },
        { from: 'Jonas Lindqvist', html: '<p>I have ordered toner. It should be here on Tuesday.</p>' },
      ],
    },
    {
      id: 4713,
      subject: 'New starter needs a laptop',
      status: 'Waiting',
      priority: 'High',
      category: 'Hardware',
      assignee: 'Mei Tanaka',
      due: '2026-11-30',
      requester: { name: 'Oluwaseun Adeyemi', email: 'o.adeyemi@example.net', phone: '(212) 555-0147' },
      messages: [
        { from: 'Oluwaseun Adeyemi', html: '<p>Our new colleague starts on the 30th. A 14 inch one, please.</p>' },
      ],
    },
    {
      id: 4714,
      subject: 'Invoice paid twice',
      status: 'Open',
      priority: 'High',
      category: 'Billing',
      assignee: 'Priya Raman',
      due: '2026-11-27',
      requester: { name: 'Lucía Romero', email: 'lucia.romero@example.com', phone: '+34 600 000 231' },
      messages: [
        {
          from: 'Lucía Romero',
          html: '<p>We paid invoice 2026-0817 twice, by card 4111 1111 1111 1111 and by transfer. Please send one back.</p>',
        },
      ],
    },
    {
      id: 4715,
      subject: 'Password reset mail does not arrive',
      status: 'Open',
      priority: 'Normal',
      category: 'Accounts',
      assignee: 'Ada Okafor',
      due: '2026-12-02',
      requester: { name: 'Piotr Zieliński', email: 'piotr.z@example.org', phone: '+44 20 7946 0958' },
      messages: [
        { from: 'Piotr Zieliński', html: '<p>Nothing in the spam folder either. I have tried three times.</p>' },
      ],
    },
    {
      id: 4716,
      subject: 'Spreadsheet opens read-only',
      status: 'Solved',
      priority: 'Low',
      category: 'Software',
      assignee: 'Ada Okafor',
      due: '2026-11-20',
      requester: { name: 'Greta Holm', email: 'greta.holm@example.com', phone: '020 7946 0321' },
      messages: [{ from: 'Greta Holm', html: '<p>Since the update I can only look at it.</p>' }],
    },
  ];
}
