// The author's desk: problems of the files, test results, phrases before and after, and all cards.
import { comparePhrases } from './api.js';
import { byId, chip, h, listen, word } from './dom.js';
import { message } from './message.js';

const ORDERS = {
  files: () => 0,
  grade: (a, b) => b.grade - a.grade,
  length: (a, b) => b.message.text.plain.length - a.message.text.plain.length,
};
const filter = { kind: 'all', order: 'files', words: '' };
let report;
let machine;

const problems = h('div', { 'aria-live': 'polite' });
const tests = h('div', {});
const phrases = h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Replies before and after' });
const cards = h('div', { class: 'cards' });
const count = h('p', { class: 'quiet', role: 'status' });

export function startDesk() {
  byId('desk').append(
    section('Files', problems),
    section('Tests', tests),
    section('Phrases, before and after', phraseForm(), phrases),
    section('Cards, as a person sees them', cardForm(), count, cards),
  );
  listen('machine', next => (machine = next));
  listen('report', next => {
    report = next;
    showProblems();
    showTests();
    showPhrases();
    showCards();
  });
}

const section = (title, ...children) => h('section', { class: 'block' }, h('h3', {}, title), ...children);

/** Tells how the files are: checking, training, broken or holds. */
export function statusOf({ work, problems }) {
  return work === 'DONE' ? (problems.length ? 'broken' : 'holds') : word(work);
}

/** Groups the lines of a report: each problem begins at the margin, and its chat is indented. */
export function problemsOf({ problems }) {
  const all = [];
  for (const text of problems) {
    if (text.startsWith('    ') && all.length) {
      all.at(-1).chat.push(text.trim());
    } else {
      const [, place, words] = /^(.*?\.ya?ml:\d+): (.*)$/.exec(text) ?? [null, '', text];
      all.push({ place, words, chat: [] });
    }
  }
  return all;
}

function showProblems() {
  const { millis } = report;
  const status = statusOf(report);
  const lines = {
    checking: 'Checking the files.',
    training: 'No mistake, and every promise is proved. The examples have changed, so the bot trains on them. This may take minutes. Meanwhile the chat goes on with the last version.',
    holds: `No mistake, and every promise is proved. Loaded in ${(millis / 1000).toFixed(1)} s.`,
    broken: 'The chat goes on with the last good version.',
  };
  problems.replaceChildren(
    h('p', { class: `state ${status}` }, lines[status]),
    ...problemsOf(report).map(problem),
  );
}

function problem({ place, words, chat }) {
  return h(
    'div',
    { class: 'problem' },
    place ? h('p', { class: 'place' }, place) : null,
    h('p', {}, words),
    chat.length ? h('details', { open: true }, h('summary', {}, 'Shortest chat that shows it'), h('pre', {}, chat.join('\n'))) : null,
  );
}

function showTests() {
  const it = report.tests;
  if (!it) {
    const broken = statusOf(report) === 'broken';
    tests.replaceChildren(h('p', { class: 'quiet' }, broken ? 'They are played once the files hold.' : 'Playing them.'));
    return;
  }
  const failed = it.failures.length;
  const words = failed ? `${failed} of ${it.total} chats do not hold.` : `${it.total} chats hold.`;
  tests.replaceChildren(
    h('p', { class: `state ${failed ? 'broken' : 'holds'}` }, words, h('span', { class: 'place' }, it.coverage)),
    ...it.failures.map(failure),
  );
}

function failure(text) {
  const [name, ...chat] = text.split('\n');
  return h('details', { class: 'problem' }, h('summary', {}, name), h('pre', {}, chat.join('\n')));
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

const reply = json => [chip(word(json.kind), word(json.kind)), ` ${json.topics.join(', ')}`, h('p', { class: 'excerpt' }, json.text)];

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
    select('Show', 'kind', [['all', 'all'], ['topic', 'topics'], ['state', 'questions'], ['outcome', 'outcomes'], ['command', 'commands']]),
    select('Order', 'order', [['files', 'as in the files'], ['grade', 'hardest first'], ['length', 'longest first']]),
    h('label', {}, 'Find', h('input', { type: 'search', oninput: event => change('words', event) })),
  );
}

function showCards() {
  const words = filter.words.toLowerCase();
  const found = report.cards
    .filter(card => filter.kind === 'all' || card.kind === filter.kind)
    .filter(card => `${card.id} ${titleOf(card)} ${card.message.text.plain}`.toLowerCase().includes(words))
    .sort(ORDERS[filter.order]);
  count.textContent = `${found.length} cards`;
  cards.replaceChildren(...found.map(card));
}

/** Names a card as the author does: by its question, by the title of its state, or by its id. */
function titleOf({ kind, id }) {
  const titles = { topic: machine?.topics[id]?.asks, state: machine?.machine.states[id]?.question.title, command: `/${id}` };
  return titles[kind] ?? id;
}

function card(json) {
  return h(
    'article',
    { class: 'card' },
    h('h4', {}, titleOf(json)),
    h('p', { class: 'place' }, machine?.places[`${json.kind} ${json.id}`] ?? ''),
    h('div', { class: 'preview' }, message(json.message)),
    h('p', { class: 'figures' }, chip(`grade ${json.grade}`, json.grade > 8 ? 'see-doctor' : ''), chip(`${json.words} words`), chip(`${json.message.text.plain.length} characters`)),
  );
}
