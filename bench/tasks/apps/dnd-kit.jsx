import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { DndContext } from '@dnd-kit/core';
import { arrayMove, SortableContext, useSortable, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';

function Line({ id }) {
  const { attributes, listeners, setNodeRef, transform, transition } = useSortable({ id });
  const style = {
    transform: CSS.Transform.toString(transform),
    transition,
    padding: 10,
    margin: 4,
    border: '1px solid #999',
    width: 240,
  };
  return (
    <div ref={setNodeRef} style={style} {...attributes} {...listeners}>
      {id}
    </div>
  );
}

function Agenda() {
  const [items, setItems] = useState(['Welcome', 'Budget', 'Hiring', 'Move', 'Other']);
  const drop = ({ active, over }) => {
    if (!over || active.id === over.id) return;
    const order = arrayMove(items, items.indexOf(active.id), items.indexOf(over.id));
    setItems(order);
    save({ order: order.join(' ') });
  };
  return (
    <DndContext onDragEnd={drop}>
      <SortableContext items={items} strategy={verticalListSortingStrategy}>
        {items.map((id) => (
          <Line key={id} id={id} />
        ))}
      </SortableContext>
    </DndContext>
  );
}

createRoot(one('#app')).render(<Agenda />);
