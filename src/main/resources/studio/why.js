// Explains the last turn: how the words were understood, what is known, and what the reply rests on.
import { byId, chip, clock, date, h, listen, word } from './dom.js';
import { allLines, claims } from './machine.js';

let machine;
let why;

export function startWhy() {
  listen('machine', next => {
    machine = next;
    show();
  });
  listen('state', state => {
    why = state.why;
    show();
  });
}

const section = (title, ...children) => h('section', { class: 'block' }, h('h3', {}, title), ...children);
const empty = words => h('p', { class: 'quiet' }, words);

function show() {
  if (!why || !machine) {
    return;
  }
  byId('why').replaceChildren(
    summary(),
    section('How the words were understood', ...understanding()),
    section('What is known', facts()),
    section('Way through the machine', way()),
    section('What each sentence rests on', ...sentences()),
  );
}

const MANNERS = { wrote: 'The person wrote', tapped: 'The person tapped', commanded: 'The command', waited: 'Silence' };

/** Tells from its fields which kind of input it was. */
function mannerOf(input) {
  const kinds = { text: 'wrote', data: 'tapped', name: 'commanded' };
  return Object.entries(kinds).find(([field]) => field in input)?.[1] ?? 'waited';
}

function summary() {
  const { kind, level, place, topics, alternatives } = why.gist;
  const manner = mannerOf(why.did.input);
  const { words } = why.did;
  return h(
    'div',
    { class: 'summary' },
    h('p', { class: 'role' }, MANNERS[manner]),
    h('h2', {}, manner === 'wrote' || manner === 'tapped' ? `“${words}”` : words),
    h(
      'dl',
      { class: 'gist' },
      ...entry('Turn', chip(word(kind), word(kind))),
      ...entry('Urgency so far', level ? chip(word(level), word(level)) : 'none'),
      ...entry('Stands at', place),
      ...(topics.length ? entry('Topics', topics.join(', ')) : []),
      ...(alternatives.length ? entry('Offered below', alternatives.join(', ')) : []),
    ),
  );
}

const entry = (name, value) => [h('dt', {}, name), h('dd', {}, value)];

function understanding() {
  if (why.label) {
    return [empty('The words are the label of an open button, so they count as a tap on it.')];
  }
  const it = why.explanation;
  if (!it) {
    return [empty('No words were typed in this turn, so nothing was to be understood.')];
  }
  return [
    why.open.length ? h('p', { class: 'quiet' }, `While this was asked: ${why.open.join(', ')}.`) : null,
    h('div', { class: 'decided' }, h('h4', {}, 'Decided'), list(it.decided, 'Nothing: the reply is a menu or a question.')),
    ...it.clauses.map(clause),
    h('h4', {}, 'Candidate topics'),
    topics(it),
    h('details', { class: 'thresholds' }, h('summary', {}, 'Thresholds'), numbers(it.thresholds)),
  ];
}

const list = (lines, none) => (lines.length ? h('ul', {}, ...lines.map(line => h('li', {}, line))) : empty(none));

function clause(json) {
  return h(
    'div',
    { class: 'clause' },
    h('p', { class: 'words' }, json.words),
    h('p', {}, chip(json.role), chip(json.status)),
    json.signs.length ? h('p', {}, h('b', {}, 'Lexicon: '), json.signs.join(' · ')) : null,
    json.predicted.length ? h('p', {}, h('b', {}, 'Classifier: '), json.predicted.join(' · ')) : null,
  );
}

function topics(it) {
  const rows = Object.entries(it.topics);
  if (!rows.length) {
    return empty('No topic was looked for.');
  }
  const head = h('tr', {}, h('th', { scope: 'col' }, 'Topic'), h('th', { scope: 'col' }, 'Score'), h('th', {}));
  return h(
    'div',
    {},
    h(
      'table',
      {},
      h('caption', {}, `In scope: ${it.inScope}. Probability of the first: ${it.probability}.`),
      h('thead', {}, head),
      h('tbody', {}, ...rows.map(([topic, score]) => h('tr', {}, h('td', {}, topic), h('td', { class: 'number' }, String(score)), h('td', {}, h('meter', { min: '0', max: '1', value: String(score), 'aria-label': topic }))))),
    ),
  );
}

function numbers(values) {
  const rows = Object.entries(values).map(([name, value]) => h('tr', {}, h('td', {}, name), h('td', { class: 'number' }, String(value))));
  return h('table', {}, h('tbody', {}, ...rows));
}

function facts() {
  if (!why.facts.length) {
    return empty('Nothing yet. What is not known never counts as a no.');
  }
  const columns = ['Fact', 'Answer', 'How it became known', 'When'].map(name => h('th', { scope: 'col' }, name));
  return h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Known facts' }, h('table', { class: 'facts' }, h('thead', {}, h('tr', {}, ...columns)), h('tbody', {}, ...[...why.facts].reverse().map(fact))));
}

function fact({ id, value, origin, fresh }) {
  return h(
    'tr',
    { class: fresh ? 'fresh' : '' },
    h('td', {}, machine.machine.facts[id]?.words.name ?? id, h('span', { class: 'place' }, id)),
    h('td', {}, chip(word(value.answer), word(value.answer))),
    h('td', {}, origin ? `${mannerOf(origin.input)} “${origin.words}” ` : '', fresh ? chip('this turn', 'new') : null),
    h('td', {}, `${date(value.at)}, ${clock(value.at)}`),
  );
}

function way() {
  const { passed, taken } = why.way;
  if (!passed.length && !taken.length) {
    return empty('No check has begun, so nothing is asked.');
  }
  const { states, anywhere } = machine.machine;
  const steps = taken.map(({ from, index }) => {
    const { to, when } = (from === 'anywhere' ? anywhere : states[from].then)[index];
    return h('li', {}, h('b', {}, from), ' → ', h('b', {}, to), `: ${when || 'nothing before it holds'}`);
  });
  return h('ol', { class: 'ways' }, ...steps, h('li', { class: 'here' }, 'Stands at ', h('b', {}, why.gist.place)));
}

/** Finds the author's lines in the messages of the turn, in their order there. */
function sentences() {
  const said = why.said.join('\n');
  const found = new Map(allLines(machine).filter(it => it.say && said.includes(it.say)).map(it => [it.say, it]));
  const lines = [...found.values()].sort((a, b) => said.indexOf(a.say) - said.indexOf(b.say));
  if (!lines.length) {
    return [empty('The reply holds small sentences only, which claim nothing.')];
  }
  return lines.map(it =>
    h('div', { class: 'line' }, h('p', {}, it.say), claims(it.claims, machine) ?? h('p', { class: 'quiet' }, 'claims nothing')),
  );
}
