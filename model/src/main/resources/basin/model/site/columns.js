// Where columns come from and go, as trees that end where nothing more is known.
const words = how => how.toLowerCase().replace('_', ' ');

function tree(table, column, edges, direct, seen) {
  const ends = new Map();
  for (const edge of edges.get(key(table, column)) ?? []) {
    if (edge.direct !== direct) continue;
    const at = key(edge.table, edge.column);
    if (ends.has(at)) ends.get(at).how.push(words(edge.how));
    else ends.set(at, { ...edge, how: [words(edge.how)] });
  }
  if (!ends.size) return null;
  return make('ul', { class: 'tree' }, ...[...ends].map(([at, end]) => {
    const known = byId.get(end.table);
    const name = (known?.name ?? end.table) + '.' + end.column;
    return make('li', {}, known ? make('a', { href: '#/' + encodeURIComponent(end.table) + '/' + encodeURIComponent(end.column) }, name) : name, make('small', {}, end.how.join(', ')),
      direct && !seen.has(at) ? tree(end.table, end.column, edges, true, new Set([...seen, at])) : null);
  }));
}

function flows(table, column) {
  const unknown = data.lineage[table]?.[column]?.unknown ?? [];
  const part = (title, edges, direct) => {
    const found = tree(table, column, edges, direct, new Set([key(table, column)]));
    return found && [make('h3', {}, title), found];
  };
  const parts = [
    part('Comes from', upstream, true),
    part('Is decided by', upstream, false),
    part('Goes to', downstream, true),
    part('Decides on', downstream, false),
    unknown.length ? make('p', {}, 'Not all is known: ' + unknown.join('; ')) : null,
  ].filter(Boolean).flat();
  return make('div', { class: 'flows' }, ...parts);
}

const hasFlows = (table, column) => upstream.has(key(table, column)) || downstream.has(key(table, column))
  || (data.lineage[table]?.[column]?.unknown ?? []).length > 0;

function columnTable(resource) {
  const rows = resource.columns.flatMap(column => {
    const row = make('tr', { id: 'column-' + column.name });
    const details = make('tr', { hidden: '' }, make('td', { colspan: 4 }));
    const button = hasFlows(resource.id, column.name) && make('button', {
      'aria-expanded': 'false',
      'aria-label': 'Lineage of ' + column.name,
      click: () => {
        const open = details.hidden;
        details.hidden = !open;
        button.setAttribute('aria-expanded', String(open));
        details.firstChild.replaceChildren(...(open ? [flows(resource.id, column.name)] : []));
      },
    }, 'lineage');
    fill(row, {}, [
      make('td', {}, make('code', {}, column.name), ' ', make('span', { class: 'type' }, column.type ?? '')),
      make('td', {}, ...markdown(column.description)),
      make('td', {}, ...column.tests.map(test => make('span', { class: 'tag', title: test.name }, test.label))),
      make('td', {}, button || '')]);
    return [row, details];
  });
  return make('table', { class: 'columns' },
    make('thead', {}, make('tr', {}, ...['Column', 'Description', 'Tests', ''].map(head => make('th', {}, head)))),
    make('tbody', {}, ...rows));
}
