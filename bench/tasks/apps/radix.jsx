import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import * as Dialog from '@radix-ui/react-dialog';
import * as Menu from '@radix-ui/react-dropdown-menu';
import * as Select from '@radix-ui/react-select';

const SURFACE = { background: '#fff', border: '1px solid #888', padding: 8, zIndex: 5 };

function Item({ children, onSelect }) {
  return (
    <Menu.Item onSelect={onSelect} style={{ padding: 6 }}>
      {children}
    </Menu.Item>
  );
}

function Desk() {
  const [size, setSize] = useState('a4');
  const [isSigned, setSigned] = useState(false);
  return (
    <>
      <Menu.Root>
        <Menu.Trigger>{t('Document', 'Dokument')}</Menu.Trigger>
        <Menu.Portal>
          <Menu.Content style={SURFACE}>
            <Item onSelect={() => save({ done: 'print' })}>{t('Print', 'Drucken')}</Item>
            <Menu.CheckboxItem
              checked={isSigned}
              onCheckedChange={(signed) => {
                setSigned(signed);
                save({ signed });
              }}
              onSelect={(event) => event.preventDefault()}
            >
              {t('Signed', 'Signiert')}
            </Menu.CheckboxItem>
            <Menu.Sub>
              <Menu.SubTrigger style={{ padding: 6 }}>{t('Share', 'Teilen')}</Menu.SubTrigger>
              <Menu.Portal>
                <Menu.SubContent style={SURFACE}>
                  <Item onSelect={() => save({ done: 'mail' })}>{t('By mail', 'Per Post')}</Item>
                  <Item onSelect={() => save({ done: 'link' })}>{t('By link', 'Per Verweis')}</Item>
                </Menu.SubContent>
              </Menu.Portal>
            </Menu.Sub>
          </Menu.Content>
        </Menu.Portal>
      </Menu.Root>
      <Select.Root value={size} onValueChange={setSize}>
        <Select.Trigger aria-label={t('Size', 'Größe')}>
          <Select.Value />
        </Select.Trigger>
        <Select.Portal>
          <Select.Content style={SURFACE} position="popper">
            <Select.Viewport>
              {['a3', 'a4', 'a5', 'letter'].map((value) => (
                <Select.Item key={value} value={value} style={{ padding: 6 }}>
                  <Select.ItemText>{value.toUpperCase()}</Select.ItemText>
                </Select.Item>
              ))}
            </Select.Viewport>
          </Select.Content>
        </Select.Portal>
      </Select.Root>
      <Dialog.Root>
        <Dialog.Trigger>{t('Finish', 'Abschließen')}</Dialog.Trigger>
        <Dialog.Portal>
          <Dialog.Overlay style={{ position: 'fixed', inset: 0, background: '#0005' }} />
          <Dialog.Content style={{ ...SURFACE, position: 'fixed', top: 200, left: 300, width: 300 }}>
            <Dialog.Title>{t('Finish the document?', 'Dokument abschließen?')}</Dialog.Title>
            <Dialog.Description>{t('It cannot be changed after.', 'Danach ist es fest.')}</Dialog.Description>
            <Dialog.Close>{t('Cancel', 'Abbrechen')}</Dialog.Close>
            <Dialog.Close onClick={() => save({ size })}>{t('Yes, finish', 'Ja, abschließen')}</Dialog.Close>
          </Dialog.Content>
        </Dialog.Portal>
      </Dialog.Root>
    </>
  );
}

createRoot(one('#app')).render(<Desk />);
