const SQL = /(--[^\n]*|\/\*[\s\S]*?\*\/|\{#[\s\S]*?#\})|('(?:[^']|'')*')|\b(select|from|where|group|by|order|having|qualify|join|left|right|full|inner|outer|cross|lateral|on|using|as|and|or|not|in|is|null|case|when|then|else|end|with|recursive|union|all|distinct|except|intersect|over|partition|between|like|ilike|limit|offset|filter|exclude|replace|cast|true|false|interval|values|exists|desc|asc|pivot|unpivot|rows|range|preceding|following|current|row)\b/gi;

function sql(text) {
  const nodes = [];
  let end = 0;
  for (const found of text.matchAll(SQL)) {
    nodes.push(text.slice(end, found.index));
    nodes.push(make('span', { class: found[1] ? 'c' : found[2] ? 's' : 'k' }, found[0]));
    end = found.index + found[0].length;
  }
  return make('pre', { tabindex: 0 }, make('code', {}, ...nodes, text.slice(end)));
}
