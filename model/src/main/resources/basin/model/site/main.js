const main = document.getElementById('main');
const side = document.getElementById('side');
const menu = document.getElementById('menu');
const search = document.getElementById('search');

// A long name may be broken behind each of its words.
const breakable = name => name.split(/(?<=_)/).flatMap(word => [word, make('wbr')]);

function group(title, resources) {
  return make('details', { open: resources.length <= 60 ? '' : null }, make('summary', {}, `${title} (${resources.length})`),
    make('ul', {}, ...resources.sort((a, b) => a.name.localeCompare(b.name)).map(resource => make('li', {},
      make('a', { href: '#/' + encodeURIComponent(resource.id), 'data-kind': resource.kind }, make('span', { class: 'dot' }), make('span', {}, ...breakable(resource.name)))))));
}

function list() {
  const groups = new Map();
  for (const kind of KINDS) {
    for (const resource of data.resources.filter(each => each.kind === kind)) {
      const title = kind === 'model' ? resource.folder || 'models' : kind === 'source' ? 'source ' + resource.folder : PLURAL[kind];
      if (groups.has(title)) groups.get(title).push(resource);
      else groups.set(title, [resource]);
    }
  }
  return [...groups].map(([title, resources]) => group(title, resources));
}

function content(place) {
  if (place.startsWith('search/')) return results(place.slice(7));
  if (place === 'graph') return [make('h1', {}, 'Graph'), graph(new Set(byId.keys()))];
  if (place.startsWith('kind/') && PLURAL[place.slice(5)]) return kindPage(place.slice(5));
  if (byId.has(place)) return page(byId.get(place));
  return place === '' ? overview() : [make('h1', {}, 'Not here'), make('p', {}, 'Nothing is called ' + place + '.')];
}

// `#/id` is a resource, `#/id/column` one of its columns with what it comes from.
function show() {
  if (!location.hash.startsWith('#/') && location.hash !== '') return;
  const whole = decodeURIComponent(location.hash.slice(2));
  const [id, column] = whole.split('/');
  const place = byId.has(id) ? id : whole;
  main.replaceChildren(...content(place).filter(Boolean));
  document.title = byId.has(place) ? `${byId.get(place).name} · ${data.project}` : data.project;
  main.querySelectorAll('.graph').forEach(centre);
  side.querySelectorAll('[aria-current]').forEach(each => each.removeAttribute('aria-current'));
  const current = [...side.querySelectorAll('a')].find(each => each.getAttribute('href') === '#/' + encodeURIComponent(place));
  current?.setAttribute('aria-current', 'page');
  current?.scrollIntoView({ block: 'nearest' });
  if (place.startsWith('search/')) {
    if (search !== document.activeElement) search.value = place.slice(7);
    return;
  }
  search.value = '';
  side.classList.remove('open');
  menu.setAttribute('aria-expanded', 'false');
  scrollTo(0, 0);
  const row = column && document.getElementById('column-' + column);
  row?.querySelector('button')?.click();
  row?.scrollIntoView();
}

menu.addEventListener('click', () => menu.setAttribute('aria-expanded', String(side.classList.toggle('open'))));
search.addEventListener('input', () => {
  history.replaceState(null, '', search.value.trim() ? '#/search/' + encodeURIComponent(search.value.trim()) : '#/');
  const typed = search.value;
  show();
  search.value = typed;
});
search.addEventListener('keydown', event => {
  if (event.key === 'Enter') main.querySelector('.result a')?.click();
  if (event.key === 'Escape') location.hash = '#/';
});
addEventListener('keydown', event => {
  if (event.key === '/' && !event.ctrlKey && !event.metaKey && document.activeElement !== search) {
    event.preventDefault();
    side.classList.add('open');
    search.focus();
  }
});
addEventListener('hashchange', () => { show(); if (document.activeElement !== search) main.focus({ preventScroll: true }); });
document.getElementById('list').replaceChildren(...list());
show();
