import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Button, Cascader, DatePicker, Popconfirm, Select, Space, Table, Tag } from 'antd';
import dayjs from 'dayjs';

const PLACES = [
  {
    value: 'north',
    label: 'North',
    children: [
      { value: 'kiel', label: 'Kiel' },
      { value: 'husum', label: 'Husum' },
    ],
  },
  {
    value: 'south',
    label: 'South',
    children: [
      { value: 'ulm', label: 'Ulm' },
      { value: 'lindau', label: 'Lindau' },
    ],
  },
];
const SKILLS = ['Accounting', 'Driving', 'French', 'Purchasing', 'Welding'];

function Staff() {
  const [people, setPeople] = useState(
    rows(['Alma', 'Bela', 'Carl', 'Dina', 'Egon', 'Fred', 'Gesa']).map((name, place) => ({
      key: name,
      name,
      age: 25 + ((place * 17) % 30),
    })),
  );
  const [values, setValues] = useState({ skills: [], place: null, from: null });
  const set = (change) => setValues((before) => ({ ...before, ...change }));
  const columns = [
    { title: t('Name', 'Vorname'), dataIndex: 'name', sorter: (a, b) => a.name.localeCompare(b.name) },
    { title: t('Kind', 'Art'), render: () => <Tag>{t('internal', 'intern')}</Tag> },
    {
      title: '',
      render: (_, { key }) => (
        <Popconfirm
          title={t('Remove?', 'Entfernen?')}
          okText={t('Yes', 'Ja')}
          cancelText={t('No', 'Nein')}
          onConfirm={() => {
            save({ removed: key });
            setPeople((before) => before.filter((person) => person.key !== key));
          }}
        >
          <Button size="small">{t('Remove', 'Entfernen')}</Button>
        </Popconfirm>
      ),
    },
  ];
  return (
    <Space direction="vertical" style={{ width: 520 }}>
      <Select
        mode="multiple"
        style={{ width: 320 }}
        placeholder={t('Skills', 'Fähigkeiten')}
        options={SKILLS.map((value) => ({ value, label: value }))}
        value={values.skills}
        onChange={(skills) => set({ skills })}
      />
      <Cascader options={PLACES} placeholder={t('Place', 'Ort')} onChange={(place) => set({ place })} />
      <DatePicker
        defaultPickerValue={dayjs('2026-11-01')}
        placeholder={t('From', 'Ab')}
        onChange={(_, from) => set({ from })}
      />
      <Button type="primary" onClick={() => save(values)}>
        {t('Plan', 'Planen')}
      </Button>
      <Table size="small" columns={columns} dataSource={people} pagination={{ pageSize: 4 }} />
    </Space>
  );
}

createRoot(one('#app')).render(<Staff />);
