// Renders a message of the bot: its text with emphasis, and its rows of buttons.
import { h, listen, word } from './dom.js';

const LONG_QUOTE = 160;
let edition = '';

// A picture may change while its name stays, so its address names the edition of the files.
listen('machine', ({ about }) => {
  edition = about.hash;
  document.querySelectorAll('img.picture').forEach(img => img.setAttribute('src', address(img.dataset.file)));
});

const address = file => `pictures/${file}?${edition}`;

/** Renders a message; `tap` takes the button that is tapped, and is absent where none works. */
export function message(json, tap) {
  const { plain, marks } = json.text;
  return h(
    'div',
    { class: 'message' },
    json.picture ? picture(json.picture) : null,
    plain ? h('div', { class: `bubble ${word(json.kind)}` }, ...blocks(plain, marks)) : null,
    ...json.rows.map(row => h('div', { class: 'row' }, ...row.map(it => button(it, tap)))),
  );
}

const picture = ({ file, alt }) => h('img', { class: 'picture', src: address(file), alt, 'data-file': file });

function button(json, tap) {
  const kind = `key ${word(json.kind ?? '')}`;
  return tap
    ? h('button', { type: 'button', class: kind, onclick: () => tap(json) }, json.label)
    : h('span', { class: kind }, json.label);
}

/** Splits a text at its quotations. */
function blocks(text, marks) {
  const result = [];
  let at = 0;
  const inline = (from, to) => {
    const part = text.slice(from, to).replace(/^\n+|\n+$/g, '');
    if (part) {
      const start = from + text.slice(from, to).indexOf(part);
      result.push(h('p', {}, ...runs(text, marks, start, start + part.length)));
    }
  };
  for (const { offset, length } of marks.filter(mark => mark.style === 'QUOTE')) {
    inline(at, offset);
    result.push(quote(runs(text, marks, offset, offset + length), length));
    at = offset + length;
  }
  inline(at, text.length);
  return result;
}

function quote(content, length) {
  const block = h('blockquote', {}, ...content);
  if (length <= LONG_QUOTE) {
    return block;
  }
  block.classList.add('folded');
  const more = h('button', { type: 'button', class: 'unfold', 'aria-expanded': 'false' }, 'Show more');
  more.addEventListener('click', () => {
    const folded = block.classList.toggle('folded');
    more.setAttribute('aria-expanded', String(!folded));
    more.textContent = folded ? 'Show more' : 'Show less';
  });
  return h('div', { class: 'quotation' }, block, more);
}

/** Splits a range into runs of one emphasis each. */
function runs(text, marks, from, to) {
  const inner = marks.filter(mark => mark.style !== 'QUOTE');
  const ends = inner.flatMap(mark => [mark.offset, mark.offset + mark.length]);
  const cuts = [...new Set([from, to, ...ends.filter(cut => cut > from && cut < to)])];
  cuts.sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, i) => {
    const covering = inner.filter(it => it.offset <= start && it.offset + it.length > start);
    const words = text.slice(start, cuts[i + 1]);
    return covering.reduce((child, it) => h(it.style === 'BOLD' ? 'b' : 'i', {}, child), words);
  });
}
