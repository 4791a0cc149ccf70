const number = value => Number(value).toLocaleString('en');
const ordered = ids => [...ids].sort((a, b) => byId.get(a).name.localeCompare(byId.get(b).name));
const names = ids => make('ul', { class: 'tree' }, ...ordered(ids).map(id => make('li', {}, link(id, byId.get(id).name), make('small', {}, byId.get(id).kind))));

function overview() {
  const count = kind => data.resources.filter(resource => resource.kind === kind).length;
  return [
    make('h1', {}, data.project),
    make('p', { class: 'facts' }, 'written ' + data.generated.slice(0, 16).replace('T', ' ') + ' UTC'),
    ...markdown(data.overview),
    make('div', { class: 'cards' }, ...KINDS.filter(count).map(kind => make('a', { href: '#/kind/' + kind, 'data-kind': kind },
      make('b', {}, number(count(kind))), count(kind) === 1 ? kind : PLURAL[kind]))),
    data.resources.length ? make('h2', {}, 'Graph') : null,
    data.resources.length ? graph(new Set(byId.keys())) : null,
  ];
}

function kindPage(kind) {
  return [
    make('h1', {}, PLURAL[kind][0].toUpperCase() + PLURAL[kind].slice(1)),
    ...ordered(data.resources.filter(each => each.kind === kind).map(each => each.id)).map(id => make('div', { class: 'result' },
      link(id, byId.get(id).name), make('p', {}, firstLine(byId.get(id).description)))),
  ];
}

const firstLine = text => (text ?? '').split('\n').find(line => line.trim()) ?? '';

function code(resource) {
  const forms = [['As written', resource.raw], ['Compiled', resource.compiled]].filter(form => form[1]);
  if (!forms.length) return [];
  const shown = make('div', {}, sql(forms[0][1]));
  const buttons = forms.map(([title, text], index) => make('button', {
    'aria-pressed': String(index === 0),
    click: event => {
      buttons.forEach(button => button.setAttribute('aria-pressed', String(button === event.currentTarget)));
      shown.replaceChildren(sql(text));
    },
  }, title));
  return [make('h2', {}, 'SQL'), ...buttons.flatMap(button => [button, ' ']), shown];
}

function page(resource) {
  const facts = [
    make('b', {}, resource.materialized && resource.materialized !== resource.kind ? `${resource.kind}, ${resource.materialized}` : resource.kind),
    resource.relation ? make('span', {}, make('code', {}, resource.relation)) : null,
    resource.rows === undefined ? null : make('span', {}, number(resource.rows) + (resource.rows === 1 ? ' row' : ' rows')),
    resource.package === data.project ? null : make('span', {}, 'package ' + resource.package),
    resource.file ? make('span', {}, resource.file) : null,
    resource.owner ? make('span', {}, 'owner ' + resource.owner) : null,
    resource.url ? make('span', {}, ...inline(resource.url)) : null,
    ...resource.tags.map(tag => make('span', { class: 'tag' }, tag)),
  ].filter(Boolean);
  const near = around(resource.id);
  const section = (title, ...content) => [make('h2', {}, title), ...content];
  return [
    make('h1', {}, resource.name),
    make('div', { class: 'facts', 'data-kind': resource.kind }, ...facts),
    ...markdown(resource.description),
    ...(resource.columns.length ? section('Columns', columnTable(resource)) : []),
    ...(near.size > 1 ? section('Lineage', graph(near, resource.id)) : []),
    ...(resource.parents.length ? section('Depends on', names(resource.parents)) : []),
    ...(children.get(resource.id).length ? section('Is used by', names(children.get(resource.id))) : []),
    ...(resource.tests.length ? section('Tests', make('ul', { class: 'tree' }, ...resource.tests.map(test => make('li', {}, test.name)))) : []),
    ...code(resource),
  ];
}

function marked(text, word) {
  const at = text.toLowerCase().indexOf(word);
  return at < 0 ? [text] : [text.slice(0, at), make('mark', {}, text.slice(at, at + word.length)), text.slice(at + word.length)];
}

// Names first, then columns, descriptions and SQL; all words have to be found.
function results(typed) {
  const terms = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const score = resource => {
    const fields = [[resource.name, 8], [resource.columns.map(column => column.name).join(' '), 4],
      [resource.description + ' ' + resource.columns.map(column => column.description).join(' ') + ' ' + resource.tags.join(' '), 2], [resource.raw ?? '', 1]];
    const points = terms.map(term => Math.max(0, ...fields.map(([text, weight]) => (text ?? '').toLowerCase().includes(term)
      ? weight + (text.toLowerCase() === term ? 8 : text.toLowerCase().startsWith(term) ? 1 : 0) : 0)));
    return points.includes(0) ? 0 : points.reduce((sum, each) => sum + each, 0);
  };
  const found = data.resources.map(resource => [score(resource), resource]).filter(each => each[0])
    .sort((a, b) => b[0] - a[0] || a[1].name.localeCompare(b[1].name));
  return [
    make('h1', {}, found.length === 1 ? '1 result' : found.length + ' results'),
    ...found.map(([, resource]) => {
      const columns = resource.columns.filter(column => terms.some(term => column.name.toLowerCase().includes(term)));
      return make('div', { class: 'result' },
        link(resource.id, ...marked(resource.name, terms[0])), ' ', make('span', { class: 'tag' }, resource.kind),
        ...columns.map(column => make('code', {}, ...marked(column.name, terms[0]))).flatMap(each => [' ', each]),
        make('p', {}, ...marked(firstLine(resource.description), terms[0])));
    }),
  ];
}
