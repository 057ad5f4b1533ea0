// Draws the state machine, lights the way of the chat in it, and shows what a node holds.
import { byId, chip, h, listen } from './dom.js';

const MIN_ZOOM = 0.2;
const MAX_ZOOM = 3;
const STEP = 1.25;

let machine;
let path;
let reach = {};
let svg;
let natural;
let zoom = 1;
let drawn = '';
let selected = null;

const canvas = h('div', { class: 'canvas', tabindex: '0', role: 'group', 'aria-label': 'State machine' });
const detail = h('div', { class: 'detail', role: 'region', 'aria-label': 'Details', hidden: true });

const nodeOf = svgId => machine.nodes.find(node => `${node.kind}_${node.id.replaceAll('-', '_')}` === svgId);

export function startMachine() {
  const tool = (label, text, action) =>
    h('button', { type: 'button', 'aria-label': label, title: label, onclick: action }, text);
  byId('machine').append(
    h(
      'div',
      { class: 'toolbar' },
      h('span', { class: 'legend' }, chip('on the way', 'passed'), chip('here now', 'here'), 'Click a box for its texts.'),
      tool('Zoom out', '−', () => scale(zoom / STEP)),
      tool('Zoom in', '+', () => scale(zoom * STEP)),
      tool('Fit the whole machine', 'Fit', fit),
    ),
    h('div', { class: 'split' }, canvas, detail),
  );
  canvas.addEventListener('wheel', zoomByWheel, { passive: false });
  listen('machine', next => {
    machine = next;
    draw();
  });
  listen('state', state => {
    path = state.why.path;
    light();
  });
  listen('report', report => {
    reach = report.tests?.reach ?? reach;
  });
  listen('view', draw);
}

/** Draws once the view is open, because the library is large and a hidden drawing has no size. */
async function draw() {
  if (!machine || drawn === machine.dot || document.body.dataset.view !== 'machine') {
    return;
  }
  drawn = machine.dot;
  const { instance } = await import('./vendor/viz-3.31.0.js');
  const viz = await instance();
  const dot = machine.dot.replace('bgcolor=white', 'bgcolor=transparent, pad=0.2');
  svg = viz.renderSVGElement(dot);
  svg.setAttribute('role', 'presentation');
  svg.querySelectorAll('title').forEach(title => title.parentNode.setAttribute('data-name', title.textContent));
  svg.querySelectorAll('title').forEach(title => title.remove());
  natural = { width: svg.viewBox.baseVal.width, height: svg.viewBox.baseVal.height };
  svg.querySelectorAll('.node').forEach(prepare);
  canvas.replaceChildren(svg);
  fit();
  light();
}

function prepare(group) {
  const node = nodeOf(group.dataset.name);
  if (!node) {
    return;
  }
  group.classList.add('open');
  group.setAttribute('tabindex', '0');
  group.setAttribute('role', 'button');
  group.setAttribute('aria-label', `${node.kind} ${node.title}`);
  group.addEventListener('click', () => select(node));
  group.addEventListener('keydown', event => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      select(node);
      detail.focus();
    }
  });
}

function light() {
  if (!svg || !path) {
    return;
  }
  svg.querySelectorAll('.passed, .here').forEach(it => it.classList.remove('passed', 'here'));
  const names = new Set(path.passed.map(id => `state_${id.replaceAll('-', '_')}`));
  svg.querySelectorAll('.node').forEach(group => {
    const node = nodeOf(group.dataset.name);
    group.classList.toggle('here', node?.id === path.at);
    group.classList.toggle('passed', names.has(group.dataset.name) && node?.id !== path.at);
    group.setAttribute('aria-current', node?.id === path.at ? 'step' : 'false');
  });
  const taken = path.taken.map(step => ({ from: step.from, index: step.index }));
  if (path.passed.length > 0) {
    taken.push({ from: 'start', index: 0 });
  }
  taken.forEach(step => edgeOf(step)?.classList.add('passed'));
}

/** Finds the drawn edge of a transition: edges are numbered in the order of the diagram. */
function edgeOf(step) {
  const i = machine.edges.findIndex(it => it.from === step.from && it.index === step.index);
  return svg.getElementById(`edge${i + 1}`);
}

function scale(next) {
  const before = zoom;
  zoom = Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, next));
  const x = (canvas.scrollLeft + canvas.clientWidth / 2) / before;
  const y = (canvas.scrollTop + canvas.clientHeight / 2) / before;
  svg.setAttribute('width', natural.width * zoom);
  svg.setAttribute('height', natural.height * zoom);
  canvas.scrollLeft = x * zoom - canvas.clientWidth / 2;
  canvas.scrollTop = y * zoom - canvas.clientHeight / 2;
}

function fit() {
  scale(Math.min((canvas.clientWidth - 8) / natural.width, (canvas.clientHeight - 8) / natural.height));
}

function zoomByWheel(event) {
  if (event.ctrlKey && svg) {
    event.preventDefault();
    scale(event.deltaY < 0 ? zoom * STEP : zoom / STEP);
  }
}

function select(node) {
  selected?.classList.remove('selected');
  selected = [...svg.querySelectorAll('.node')].find(it => nodeOf(it.dataset.name) === node);
  selected.classList.add('selected');
  detail.hidden = false;
  detail.tabIndex = -1;
  detail.replaceChildren(...content(node));
  detail.scrollTop = 0;
}

function close() {
  detail.hidden = true;
  selected?.classList.remove('selected');
  selected?.focus();
}

function content(node) {
  const tests = reach[node.id] ?? [];
  return [
    h(
      'header',
      {},
      h('div', {}, h('h3', {}, node.title), h('p', { class: 'place' }, node.place)),
      h('button', { type: 'button', 'aria-label': 'Close details', onclick: close }, '×'),
    ),
    node.level ? chip(node.level, node.level) : null,
    ...node.texts.map(text),
    node.ways.length ? h('h4', {}, 'Ways on, the first that holds') : null,
    node.ways.length
      ? h('ol', { class: 'ways' }, ...node.ways.map(way => h('li', {}, way.when ? `${way.when} → ` : 'else → ', h('b', {}, way.to))))
      : null,
    h('h4', {}, 'Tests that reach it'),
    tests.length ? h('ul', {}, ...tests.map(name => h('li', {}, name))) : h('p', { class: 'quiet' }, 'None has been played yet.'),
  ].filter(it => it !== null);
}

function text(it) {
  return h(
    'div',
    { class: 'line' },
    h('p', { class: 'role' }, it.role, it.when ? h('span', { class: 'when' }, ` when ${it.when}`) : null),
    h('p', {}, it.text),
    claims(it.claims, machine.claims),
  );
}

/** Lists claims by id; each opens to its words. */
export function claims(ids, all) {
  return ids.length
    ? h('div', { class: 'claims' }, ...ids.map(id => claim(id, all[id])))
    : null;
}

function claim(id, json) {
  return h(
    'details',
    {},
    h('summary', {}, id),
    h('p', {}, json ? `${json.says} (${json.source})` : 'No such claim.'),
  );
}
