// Starts the page: the views, the chat, and the report that follows each change of the files.
import { getMachine, getReport, getState, hasToken } from './api.js';
import { byId, emit, h, listen } from './dom.js';
import { problemsOf, startDesk, statusOf } from './desk.js';
import { startMachine } from './machine.js';
import { startPhone } from './phone.js';
import { startWhy } from './why.js';

const RETRY_MILLIS = 1500;
const wide = matchMedia('(min-width: 900px)');

function view(name) {
  document.body.dataset.view = name;
  document.querySelectorAll('nav [data-view]').forEach(button => {
    if (button.dataset.view === name) {
      button.setAttribute('aria-current', 'page');
    } else {
      button.removeAttribute('aria-current');
    }
  });
  emit('view', name);
}

function startViews() {
  document
    .querySelectorAll('nav [data-view]')
    .forEach(button => button.addEventListener('click', () => view(button.dataset.view)));
  byId('status').addEventListener('click', () => view('desk'));
  const fit = () => view(wide.matches ? 'machine' : 'phone');
  wide.addEventListener('change', fit);
  fit();
}

const WORDS = { checking: 'Checking', training: 'Training on the examples', holds: 'All promises hold' };

function showStatus(report) {
  const failed = report.tests?.failures.length ?? 0;
  const many = (count, word) => `${count} ${word}${count === 1 ? '' : 's'}`;
  const holds = statusOf(report) === 'holds';
  const status = holds && failed ? 'failing' : statusOf(report);
  const text = { broken: many(problemsOf(report).length, 'problem'), failing: many(failed, 'failing chat') };
  byId('status').dataset.status = status;
  byId('status').lastElementChild.textContent = text[status] ?? WORDS[status];
}

/** Waits for one report after the other; a changed conversation changes chat and machine, too. */
async function follow() {
  let revision = -1;
  for (;;) {
    try {
      const report = await getReport(revision);
      if (report.revision !== revision) {
        revision = report.revision;
        if (statusOf(report) === 'holds') {
          emit('machine', await getMachine());
          emit('state', await getState());
        }
        emit('report', report);
      }
    } catch {
      revision = -1;
      byId('status').dataset.status = 'gone';
      byId('status').lastElementChild.textContent = 'The studio has ended';
      await new Promise(resolve => setTimeout(resolve, RETRY_MILLIS));
    }
  }
}

async function start() {
  startViews();
  startPhone();
  startMachine();
  startWhy();
  startDesk();
  listen('report', showStatus);
  try {
    const [machine, state] = await Promise.all([getMachine(), getState()]);
    emit('machine', machine);
    emit('state', state);
    follow();
  } catch (failure) {
    document.querySelector('main').replaceChildren(
      h('p', { class: 'closed', role: 'alert' }, hasToken() ? failure.message : 'Open the link that the terminal shows: it holds the key to this page.'),
    );
  }
}

start();
