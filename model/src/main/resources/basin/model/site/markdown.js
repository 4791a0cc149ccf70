// The part of Markdown that descriptions use. HTML in it stays the text that it is.
const INLINE = /`([^`]+)`|\*\*(.+?)\*\*|__(.+?)__|\*([^*\s][^*]*)\*|\b_([^_\s][^_]*)_\b|\[([^\]]+)\]\(([^)\s]+)\)|(https?:\/\/[^\s<>)]+)/;
const SAFE = /^(https?:|mailto:|#)/i;

function inline(text) {
  const nodes = [];
  let rest = text;
  for (let found = INLINE.exec(rest); found; found = INLINE.exec(rest)) {
    const [whole, code, strong, strong2, soft, soft2, label, target, plain] = found;
    nodes.push(rest.slice(0, found.index));
    if (code) nodes.push(make('code', {}, code));
    else if (strong || strong2) nodes.push(make('strong', {}, ...inline(strong || strong2)));
    else if (soft || soft2) nodes.push(make('em', {}, ...inline(soft || soft2)));
    else if (plain) nodes.push(make('a', { href: plain, rel: 'noopener noreferrer' }, plain));
    else if (SAFE.test(target)) nodes.push(make('a', { href: target, rel: 'noopener noreferrer' }, ...inline(label)));
    else nodes.push(whole);
    rest = rest.slice(found.index + whole.length);
  }
  nodes.push(rest);
  return nodes;
}

const cells = line => line.replace(/^\s*\||\|\s*$/g, '').split('|').map(cell => cell.trim());

function markdown(text) {
  const lines = (text ?? '').split('\n');
  const blocks = [];
  for (let i = 0; i < lines.length;) {
    const take = test => {
      const taken = [];
      while (i < lines.length && test(lines[i])) taken.push(lines[i++]);
      return taken;
    };
    const line = lines[i];
    const heading = /^(#{1,6})\s+(.*)$/.exec(line);
    if (!line.trim()) i++;
    else if (/^\s*```/.test(line)) {
      i++;
      blocks.push(make('pre', {}, make('code', {}, take(each => !/^\s*```/.test(each)).join('\n'))));
      i++;
    } else if (heading) {
      i++;
      blocks.push(make('h3', {}, ...inline(heading[2])));
    } else if (/^\s*([-*_])(\s*\1){2,}\s*$/.test(line)) {
      i++;
      blocks.push(make('hr'));
    } else if (/^\s*>/.test(line)) {
      blocks.push(make('blockquote', {}, ...markdown(take(each => /^\s*>/.test(each)).map(each => each.replace(/^\s*> ?/, '')).join('\n'))));
    } else if (/^\s*([-*+]|\d+[.)])\s/.test(line)) {
      const ordered = /^\s*\d/.test(line);
      const items = take(each => each.trim() && !/^#/.test(each)).reduce((all, each) => {
        const item = /^\s*(?:[-*+]|\d+[.)])\s+(.*)$/.exec(each);
        if (item) all.push(item[1]);
        else all[all.length - 1] += ' ' + each.trim();
        return all;
      }, []);
      blocks.push(make(ordered ? 'ol' : 'ul', {}, ...items.map(item => make('li', {}, ...inline(item)))));
    } else if (/\|/.test(line) && /^[\s|:-]*-[\s|:-]*$/.test(lines[i + 1] ?? '')) {
      const [head, , ...rows] = take(each => /\|/.test(each)).map(cells);
      blocks.push(make('div', { class: 'scroll' }, make('table', {},
        make('thead', {}, make('tr', {}, ...head.map(cell => make('th', {}, ...inline(cell))))),
        make('tbody', {}, ...rows.map(row => make('tr', {}, ...row.map(cell => make('td', {}, ...inline(cell)))))))));
    } else {
      const first = lines[i++];
      blocks.push(make('p', {}, ...inline([first, ...take(each => each.trim() && !/^(#|\s*```|\s*>|\s*[-*+]\s)/.test(each))].join(' '))));
    }
  }
  return blocks;
}
