// The graph of some resources, in layers from left to right: each behind all that it reads.
const BOX = { width: 210, height: 30, across: 70, down: 14 };

// How far from the left each stands.
function ranks(ids) {
  const rank = new Map();
  const place = id => {
    if (!rank.has(id)) {
      rank.set(id, 0);
      rank.set(id, 1 + Math.max(-1, ...byId.get(id).parents.filter(parent => ids.has(parent)).map(place)));
    }
    return rank.get(id);
  };
  ids.forEach(place);
  // What reads nothing stands just before the first that reads it.
  for (const id of ids) {
    const behind = children.get(id).filter(child => ids.has(child)).map(child => rank.get(child));
    if (!byId.get(id).parents.some(parent => ids.has(parent)) && behind.length) rank.set(id, Math.min(...behind) - 1);
  }
  return rank;
}

// The layers, and the lines between them. A line that passes a layer has a seat of its own in it.
function layers(ids) {
  const rank = ranks(ids);
  const columns = [];
  const seat = (at, one) => { (columns[at] ??= []).push(one); return one; };
  const boxes = new Map([...rank].map(([id, at]) => [id, seat(at, { id, before: [], behind: [] })]));
  const lines = [];
  for (const id of ids) {
    for (const parent of byId.get(id).parents.filter(each => ids.has(each))) {
      const stops = [boxes.get(parent)];
      for (let at = rank.get(parent) + 1; at < rank.get(id); at++) stops.push(seat(at, { before: [], behind: [] }));
      stops.push(boxes.get(id));
      stops.slice(1).forEach((stop, index) => { stop.before.push(stops[index]); stops[index].behind.push(stop); });
      lines.push(stops);
    }
  }
  const filled = Array.from(columns, column => column ?? []);
  const number = column => column.forEach((one, index) => { one.at = index / Math.max(1, column.length - 1); });
  filled.forEach(number);
  // Each layer in the order of its neighbours' middles, from both sides in turn, so that few lines cross.
  for (let turn = 0; turn < 12; turn++) {
    for (const column of turn % 2 ? [...filled].reverse() : filled) {
      for (const one of column) {
        const near = turn % 2 ? one.behind : one.before;
        one.middle = near.length ? near.reduce((sum, each) => sum + each.at, 0) / near.length : one.at;
      }
      column.sort((a, b) => a.middle - b.middle);
      number(column);
    }
  }
  return { columns: filled, boxes, lines };
}

function graph(ids, here) {
  const { columns, boxes, lines } = layers(ids);
  const tallest = Math.max(...columns.map(column => column.length));
  columns.forEach((column, x) => column.forEach((one, y) => {
    one.x = 16 + x * (BOX.width + BOX.across);
    one.y = 16 + (y + (tallest - column.length) / 2) * (BOX.height + BOX.down);
  }));
  const paths = lines.map(stops => {
    const middle = BOX.height / 2;
    let d = `M${stops[0].x + BOX.width} ${stops[0].y + middle}`;
    stops.slice(1).forEach((to, index) => {
      const from = stops[index];
      const x = from.x + BOX.width;
      d += ` C${x + BOX.across / 2} ${from.y + middle} ${to.x - BOX.across / 2} ${to.y + middle} ${to.x} ${to.y + middle}`;
      if (!to.id) d += ` H${to.x + BOX.width}`;
    });
    return draw('path', { d, class: [stops[0].id, stops.at(-1).id].includes(here) ? 'near' : null });
  });
  const drawn = [...boxes.values()].map(({ id, x, y }) => {
    const { name, kind } = byId.get(id);
    const shown = name.length > 28 ? name.slice(0, 27) + '…' : name;
    return draw('a', { href: '#/' + encodeURIComponent(id), 'data-kind': kind, class: id === here ? 'here' : null, 'aria-label': `${kind} ${name}` },
      draw('title', {}, `${kind} ${name}`),
      draw('rect', { x, y, width: BOX.width, height: BOX.height, rx: 6 }),
      draw('text', { x: x + 11, y: y + BOX.height / 2 + 4.5 }, shown));
  });
  const width = 32 + columns.length * (BOX.width + BOX.across) - BOX.across;
  const height = 32 + tallest * (BOX.height + BOX.down) - BOX.down;
  return make('div', { class: 'graph', tabindex: 0, role: 'group', 'aria-label': 'Lineage graph' },
    draw('svg', { width, height, viewBox: `0 0 ${width} ${height}` }, ...paths, ...drawn));
}

// Brings what the graph is about into sight.
function centre(element) {
  const here = element.querySelector('.here rect');
  if (here) {
    element.scrollLeft = Number(here.getAttribute('x')) + BOX.width / 2 - element.clientWidth / 2;
    element.scrollTop = Number(here.getAttribute('y')) + BOX.height / 2 - element.clientHeight / 2;
  }
}
