import { AllCommunityModule, createGrid, ModuleRegistry } from 'ag-grid-community';

ModuleRegistry.registerModules([AllCommunityModule]);
one('#app').innerHTML = '<div id="grid" style="height: 360px; width: 700px"></div>';
const parts = ['Axle', 'Bearing', 'Chain', 'Disc', 'Engine', 'Filter', 'Gasket', 'Hose', 'Injector', 'Joint'];
createGrid(one('#grid'), {
  columnDefs: [
    { field: 'part', headerName: t('Part', 'Teil'), sortable: true },
    { field: 'stock', headerName: t('Stock', 'Bestand'), editable: true, sortable: true },
    { field: 'place', headerName: t('Place', 'Ort') },
  ],
  rowData: rows(parts.map((part, place) => ({ part, stock: (place * 37) % 50, place: `Shelf ${place % 4}` }))),
  rowSelection: { mode: 'multiRow' },
  onCellValueChanged: ({ data, newValue }) => save({ [data.part]: Number(newValue) }),
  onSelectionChanged: ({ api }) =>
    save({
      selected: api
        .getSelectedRows()
        .map(({ part }) => part)
        .sort(),
    }),
});
