// What the project holds, as `data` has it, and the ways through it.
const data = JSON.parse(document.getElementById('data').textContent);
const KINDS = ['model', 'source', 'seed', 'snapshot', 'exposure', 'analysis'];
const PLURAL = { model: 'models', source: 'sources', seed: 'seeds', snapshot: 'snapshots', exposure: 'exposures', analysis: 'analyses' };
const byId = new Map(data.resources.map(resource => [resource.id, resource]));
const children = new Map(data.resources.map(resource => [resource.id, []]));
for (const resource of data.resources) {
  resource.parents = resource.parents.filter(id => byId.has(id));
  for (const parent of resource.parents) children.get(parent).push(resource.id);
}

// Edges between columns, both ways; a column is known as its table's id and its name.
const key = (table, column) => table + '\n' + column.toLowerCase();
const upstream = new Map();
const downstream = new Map();
const push = (map, at, edge) => map.has(at) ? map.get(at).push(edge) : map.set(at, [edge]);
for (const [table, columns] of Object.entries(data.lineage)) {
  for (const [column, lineage] of Object.entries(columns)) {
    for (const [from, name, how, direct] of lineage.inputs) {
      push(upstream, key(table, column), { table: from, column: name, how, direct });
      push(downstream, key(from, name), { table, column, how, direct });
    }
  }
}

function reach(start, next) {
  const seen = new Set();
  const open = [start];
  while (open.length) for (const id of next(open.pop())) if (!seen.has(id)) { seen.add(id); open.push(id); }
  return seen;
}
const around = id => new Set([id, ...reach(id, each => byId.get(each).parents), ...reach(id, each => children.get(each))]);
