// The author's desk: problems of the files, test results, phrases before and after, and all cards.
import { comparePhrases } from './api.js';
import { byId, chip, h, listen } from './dom.js';
import { message } from './message.js';

const ORDERS = {
  files: () => 0,
  grade: (a, b) => b.grade - a.grade,
  length: (a, b) => b.characters - a.characters,
};
const filter = { kind: 'all', order: 'files', words: '' };
let report;

const problems = h('div', { 'aria-live': 'polite' });
const tests = h('div', {});
const phrases = h('div', { class: 'scroll' });
const cards = h('div', { class: 'cards' });
const count = h('p', { class: 'quiet', role: 'status' });

export function startDesk() {
  byId('desk').append(
    section('Files', problems),
    section('Tests', tests),
    section('Phrases, before and after', phraseForm(), phrases),
    section('Cards, as a person sees them', cardForm(), count, cards),
  );
  listen('report', next => {
    report = next;
    showProblems();
    showTests();
    showPhrases();
    showCards();
  });
}

const section = (title, ...children) => h('section', { class: 'block' }, h('h3', {}, title), ...children);

function showProblems() {
  const seconds = (report.millis / 1000).toFixed(1);
  const lines = {
    checking: 'Checking the files.',
    holds: `No mistake, and every promise is proved. Loaded in ${seconds} s.`,
    broken: 'The chat goes on with the last good version.',
  };
  problems.replaceChildren(
    h('p', { class: `state ${report.status}` }, lines[report.status], h('span', { class: 'place' }, report.folder)),
    ...report.problems.map(problem),
  );
}

function problem(json) {
  return h(
    'div',
    { class: 'problem' },
    json.place ? h('p', { class: 'place' }, json.place) : null,
    h('p', {}, json.text),
    json.chat.length ? h('details', { open: true }, h('summary', {}, 'Shortest chat that shows it'), h('pre', {}, json.chat.join('\n'))) : null,
  );
}

function showTests() {
  const it = report.tests;
  if (!it) {
    tests.replaceChildren(h('p', { class: 'quiet' }, report.status === 'broken' ? 'They are played once the files hold.' : 'Playing them.'));
    return;
  }
  const failed = it.failures.length;
  tests.replaceChildren(
    h('p', { class: `state ${failed ? 'broken' : 'holds'}` }, failed ? `${failed} of ${it.total} chats do not hold.` : `${it.total} chats hold.`, h('span', { class: 'place' }, it.coverage)),
    ...it.failures.map(failure => h('details', { class: 'problem' }, h('summary', {}, failure.name, ' ', h('span', { class: 'place' }, failure.place)), h('pre', {}, failure.text))),
  );
}

function phraseForm() {
  const words = h('textarea', { id: 'phrases', rows: '3', spellcheck: 'false', placeholder: 'why does my back pop\nis it arthritis' });
  const submit = event => {
    event.preventDefault();
    comparePhrases(words.value.split('\n').filter(line => line.trim())).catch(failure => (phrases.textContent = failure.message));
  };
  return h(
    'form',
    { class: 'phrase-form', onsubmit: submit },
    h('label', { for: 'phrases' }, 'One first message a line. Each reload of the files answers them again.'),
    words,
    h('button', { type: 'submit', class: 'primary' }, 'Compare from now on'),
  );
}

function showPhrases() {
  if (!report.phrases.length) {
    phrases.replaceChildren();
    return;
  }
  const head = ['Phrase', 'Before', 'After'].map(name => h('th', { scope: 'col' }, name));
  phrases.replaceChildren(h('table', {}, h('thead', {}, h('tr', {}, ...head)), h('tbody', {}, ...report.phrases.map(phrase))));
}

function phrase(json) {
  return h(
    'tr',
    { class: json.changed ? 'fresh' : '' },
    h('td', {}, json.phrase, json.changed ? chip('changed', 'new') : null),
    h('td', {}, ...reply(json.before)),
    h('td', {}, ...(json.changed ? reply(json.after) : ['the same'])),
  );
}

const reply = json => [chip(json.action, json.action), ` ${json.topics.join(', ')}`, h('p', { class: 'excerpt' }, json.text)];

function cardForm() {
  const change = (name, event) => {
    filter[name] = event.target.value;
    showCards();
  };
  const select = (label, name, options) =>
    h('label', {}, label, h('select', { onchange: event => change(name, event) }, ...options.map(([value, text]) => h('option', { value }, text))));
  return h(
    'form',
    { class: 'card-form', onsubmit: event => event.preventDefault() },
    select('Show', 'kind', [['all', 'all'], ['topic', 'topics'], ['state', 'questions'], ['outcome', 'outcomes']]),
    select('Order', 'order', [['files', 'as in the files'], ['grade', 'hardest first'], ['length', 'longest first']]),
    h('label', {}, 'Find', h('input', { type: 'search', oninput: event => change('words', event) })),
  );
}

function showCards() {
  const words = filter.words.toLowerCase();
  const found = report.cards
    .filter(card => filter.kind === 'all' || card.kind === filter.kind)
    .filter(card => `${card.id} ${card.title} ${card.message.text}`.toLowerCase().includes(words))
    .sort(ORDERS[filter.order]);
  count.textContent = report.tests || !report.cards.length ? `${found.length} cards` : `${found.length} cards. Questions and outcomes follow when the tests are played.`;
  cards.replaceChildren(...found.map(card));
}

function card(json) {
  return h(
    'article',
    { class: 'card' },
    h('h4', {}, json.title),
    h('p', { class: 'place' }, json.place),
    h('div', { class: 'preview' }, message(json.message)),
    h('p', { class: 'figures' }, chip(`grade ${json.grade}`, json.grade > 8 ? 'see-doctor' : ''), chip(`${json.words} words`), chip(`${json.characters} characters`)),
  );
}
