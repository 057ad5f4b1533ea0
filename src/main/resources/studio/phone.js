// Shows the chat as a phone does, and sends what the person does.
import { record, take } from './api.js';
import { byId, clock, date, day, emit, h, listen } from './dom.js';
import { message } from './message.js';

const TOAST_MILLIS = 4500;
const shown = new Map();
let toastTimer;
let busy = Promise.resolve();

/** Sends an action after those before it, and shows the chat after it. */
function act(action) {
  byId('log').setAttribute('aria-busy', 'true');
  busy = busy
    .then(() => take(action))
    .then(state => {
      emit('state', state);
      if (state.toast) {
        toast(state.toast);
      }
    })
    .catch(failure => toast(failure.message))
    .finally(() => byId('log').removeAttribute('aria-busy'));
  return busy;
}

function toast(text) {
  const element = byId('toast');
  element.textContent = text;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => (element.textContent = ''), TOAST_MILLIS);
}

/** Copies a text as Telegram does, without a word to the bot. */
function copy(text) {
  navigator.clipboard.writeText(text).then(
    () => toast(`Copied: ${text}`),
    () => toast('This browser does not let the page copy.'),
  );
}

/** Changes only what differs, so that a screen reader hears new messages alone. */
function show({ time, messages }) {
  const log = byId('log');
  byId('time').textContent = `${date(time)}, ${clock(time)}`;
  if (messages.length < shown.size || messages[0]?.at !== log.dataset.begin) {
    log.replaceChildren();
    shown.clear();
    log.dataset.begin = messages[0]?.at ?? '';
  }
  const changed = messages.map((it, i) => showMessage(it, messages[i - 1])).filter(it => it);
  if (changed.length) {
    // A long reply is read from its beginning.
    log.scrollTop = Math.min(log.scrollHeight, changed[0].offsetTop - log.offsetTop - 8);
  }
}

/** Adds a message or replaces it; returns its new element, or null where nothing has changed. */
function showMessage(it, before) {
  const text = JSON.stringify(it);
  const known = shown.get(it.id);
  if (known?.text === text) {
    return null;
  }
  const element = bubble(it);
  shown.set(it.id, { text, element });
  if (known) {
    replace(known.element, element);
  } else {
    const newDay = !before || day(before.at) !== day(it.at);
    byId('log').append(...(newDay ? [h('p', { class: 'day' }, day(it.at))] : []), element);
  }
  return element;
}

/** Replaces a message in place, and keeps the focus on its buttons. */
function replace(old, element) {
  const focused = old.contains(document.activeElement);
  old.replaceWith(element);
  if (focused) {
    element.querySelector('.key')?.focus();
  }
}

function bubble(it) {
  const own = it.own ? 'own' : 'bot';
  const said = h('span', { class: 'visually-hidden' }, it.own ? 'You: ' : 'Bot: ');
  const at = h('time', { datetime: it.at }, (it.edited ? 'edited ' : '') + clock(it.at));
  const tap = ({ label, data, kind }) =>
    kind === 'COPY' ? copy(data) : act({ label, data, message: it.id });
  const element = h('div', { class: `entry ${own}` }, said, message(it.message, it.own ? null : tap));
  element.querySelector('.bubble')?.append(at);
  return element;
}

function menu(open) {
  byId('commands').hidden = !open;
  byId('menu').setAttribute('aria-expanded', String(open));
}

function showCommands({ about, menu: names, phrases }) {
  const run = name => {
    menu(false);
    byId('words').focus();
    act({ text: `/${name}` });
  };
  byId('title').textContent = about.title;
  byId('commands').replaceChildren(
    ...names.map(name =>
      h('button', { type: 'button', onclick: () => run(name) }, h('b', {}, `/${name}`), h('span', {}, phrases[`cmd-${name}`])),
    ),
  );
}

export function startPhone() {
  listen('state', show);
  listen('machine', showCommands);
  byId('composer').addEventListener('submit', send);
  startMenu();
  startTools();
}

function send(event) {
  event.preventDefault();
  const words = byId('words');
  if (words.value.trim()) {
    act({ text: words.value });
    words.value = '';
  }
}

function startMenu() {
  byId('menu').addEventListener('click', () => menu(byId('commands').hidden));
  byId('phone').addEventListener('keydown', event => {
    if (event.key === 'Escape' && !byId('commands').hidden) {
      menu(false);
      byId('menu').focus();
    }
  });
}

function startTools() {
  byId('wait').addEventListener('click', () => act({ days: 3 }).then(() => toast('Three days have passed.')));
  byId('restart').addEventListener('click', () => act({ restart: true }));
  byId('record').addEventListener('click', () =>
    record()
      .then(it => toast(`Recorded: ${it.name} (${it.place})`))
      .catch(failure => toast(failure.message)),
  );
}
