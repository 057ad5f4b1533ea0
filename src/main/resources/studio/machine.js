// Draws the state machine, highlights the way of the chat in it, and shows what a node holds.
import { byId, chip, h, listen, word } from './dom.js';

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
let moved;

const canvas = h('div', { class: 'canvas', tabindex: '0', role: 'group', 'aria-label': 'State machine' });
const detail = h('div', { class: 'detail', role: 'region', 'aria-label': 'Details', hidden: true });

/** Finds the state or outcome of a drawn node, with its kind. */
function nodeOf(svgId) {
  for (const [kind, all] of [['state', machine.machine.states], ['outcome', machine.machine.outcomes]]) {
    const node = Object.values(all).find(it => `${kind}_${it.id.replaceAll('-', '_')}` === svgId);
    if (node) {
      return { ...node, kind, title: node.question?.title ?? node.id };
    }
  }
  return undefined;
}

export function startMachine() {
  byId('machine').append(toolbar(), h('div', { class: 'split' }, canvas, detail));
  canvas.addEventListener('wheel', zoomByWheel, { passive: false });
  listen('machine', next => {
    machine = next;
    draw();
  });
  listen('state', follow);
  listen('report', report => (reach = report.tests?.reach ?? reach));
  listen('view', draw);
}

function toolbar() {
  const tool = (label, text, action) =>
    h('button', { type: 'button', 'aria-label': label, title: label, onclick: action }, text);
  return h(
    'div',
    { class: 'toolbar' },
    h('span', { class: 'legend' }, chip('on the way', 'passed'), chip('here now', 'here'), 'Click a box for its texts.'),
    tool('Zoom out', '−', () => scale(zoom / STEP)),
    tool('Zoom in', '+', () => scale(zoom * STEP)),
    tool('Fit the whole machine', 'Fit', fit),
  );
}

/** Highlights the way of the chat, and scrolls to its new place. */
function follow({ why: { way, gist } }) {
  path = { ...way, at: gist.place };
  highlight();
  if (moved !== path.at) {
    moved = path.at;
    centre();
  }
}

/** Draws once the view is open, because the library is large and a hidden drawing has no size. */
async function draw() {
  if (!machine || drawn === machine.dot || document.body.dataset.view !== 'machine') {
    return;
  }
  drawn = machine.dot;
  const { instance } = await import('./vendor/viz-3.31.0.js');
  const viz = await instance();
  const dot = machine.dot
    .replace('bgcolor=white', 'bgcolor=transparent, pad=0.2')
    .replace('node [', 'node [margin="0.22,0.09", ');
  svg = viz.renderSVGElement(dot);
  svg.setAttribute('role', 'presentation');
  svg.querySelectorAll('title').forEach(title => title.parentNode.setAttribute('data-name', title.textContent));
  svg.querySelectorAll('title').forEach(title => title.remove());
  natural = { width: svg.viewBox.baseVal.width, height: svg.viewBox.baseVal.height };
  svg.querySelectorAll('.node').forEach(prepare);
  canvas.replaceChildren(svg);
  scale(1);
  highlight();
  centre();
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

function highlight() {
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

/** Lists the transitions in the order of the diagram's edges. */
function edges({ states, anywhere }) {
  const from = (id, all) => all.map((_, index) => ({ from: id, index }));
  const inner = Object.values(states).flatMap(state => from(state.id, state.then));
  return [{ from: 'start', index: 0 }, ...inner, ...from('anywhere', anywhere)];
}

/** Finds the drawn edge of a transition: edges are numbered in the order of the diagram. */
function edgeOf(step) {
  const i = edges(machine.machine).findIndex(it => it.from === step.from && it.index === step.index);
  return svg.getElementById(`edge${i + 1}`);
}

/** Scrolls to the present state, or to the begin. */
function centre(node = svg?.querySelector('.here') ?? svg?.querySelector('.node')) {
  if (!node) {
    return;
  }
  const box = node.getBoundingClientRect();
  const view = canvas.getBoundingClientRect();
  canvas.scrollLeft += box.left + box.width / 2 - view.left - view.width / 2;
  canvas.scrollTop += box.top + box.height / 2 - view.top - view.height / 2;
}

function scale(next) {
  if (!svg) {
    return;
  }
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
  if (!svg) {
    return;
  }
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
  selected = [...svg.querySelectorAll('.node')].find(it => nodeOf(it.dataset.name)?.id === node.id);
  selected.classList.add('selected');
  detail.hidden = false;
  detail.tabIndex = -1;
  detail.replaceChildren(...content(node));
  detail.scrollTop = 0;
  centre(selected);
}

function close() {
  detail.hidden = true;
  selected?.classList.remove('selected');
  selected?.focus();
}

function content(node) {
  const tests = reach[node.id] ?? [];
  const level = node.urgency ? word(node.urgency) : null;
  const ways = node.then ?? [];
  return [
    h(
      'header',
      {},
      h('div', {}, h('h3', {}, node.title), h('p', { class: 'place' }, machine.places[`${node.kind} ${node.id}`])),
      h('button', { type: 'button', 'aria-label': 'Close details', onclick: close }, '×'),
    ),
    level ? chip(level, level) : null,
    ...(node.kind === 'state' ? stateTexts(node) : outcomeTexts(node)),
    ways.length ? h('h4', {}, 'Ways on: the first that holds') : null,
    ways.length ? h('ol', { class: 'ways' }, ...ways.map(way => h('li', {}, `${way.when || 'otherwise'} → `, h('b', {}, way.to)))) : null,
    h('h4', {}, 'Tests that reach it'),
    tests.length ? h('ul', {}, ...tests.map(name => h('li', {}, name))) : h('p', { class: 'quiet' }, 'None has been played yet.'),
  ].filter(it => it !== null);
}

const line = (role, it) =>
  h(
    'div',
    { class: 'line' },
    h('p', { class: 'role' }, role, it.when || it.atLeast ? h('span', { class: 'when' }, ` when ${guard(it)}`) : null),
    h('p', {}, it.say),
    claims(it.claims, machine),
  );

const guard = it => [it.atLeast ? `at least ${word(it.atLeast)}` : '', it.when].filter(part => part).join(' and ');

function stateTexts({ question, prompt }) {
  const facts = (prompt.facts ?? []).map(id => machine.machine.facts[id]);
  return [
    facts.length ? line('Asks', { say: question.say, claims: [] }) : null,
    ...question.why.map(it => line('Why it is asked', it)),
    ...question.help.map(it => line('Meaning', it)),
    ...facts.flatMap(fact => [
      line(`“${fact.words.button}”`, { say: fact.words.ask, claims: fact.source }),
      ...fact.words.why.map(it => line(`“${fact.words.button}”: why`, it)),
    ]),
  ];
}

function outcomeTexts({ opening, card }) {
  const parts = { Title: opening.title, 'Opens every reply': opening.opensWith, 'What it means': card.means, 'What to do': card.todo, 'What now': card.now, 'Watch for': card.watch, Recall: opening.recall };
  return Object.entries(parts).flatMap(([role, lines]) => lines.map(it => line(role, it)));
}

/** Lists claims by id; each opens to its words. */
export function claims(ids, { sources }) {
  return ids.length ? h('div', { class: 'claims' }, ...ids.map(id => claim(id, sources))) : null;
}

function claim(id, { claims: all, sources }) {
  const found = all[id];
  const words = found ? `${found.says} (${sources[found.source]?.name ?? found.source})` : 'No such claim.';
  return h('details', {}, h('summary', {}, id), h('p', {}, words));
}

/** Returns every line of the conversation that names claims. */
export function allLines({ machine: { states, facts, outcomes }, topics, cautions }) {
  const of = (all, parts) => Object.values(all).flatMap(parts).flat();
  return [
    ...of(states, it => [it.question.why, it.question.help]),
    ...of(facts, it => [it.words.why, it.words.help]),
    ...of(outcomes, it => [...Object.values(it.opening), ...Object.values(it.card)]),
    ...of(topics, it => Object.values(it.card)),
    ...cautions,
  ];
}
