/* A range of the strip, chosen by dragging over it or with the two sliders below; the search keeps it in the address. */
(() => {
  'use strict';
  const [FIRST, LAST, LABEL] = [0, 1, 2];
  const figure = document.querySelector('.strip'), form = document.querySelector('#find');
  if (!figure || !form) return;
  const columns = JSON.parse(figure.dataset.columns), end = columns.length - 1;
  const svg = figure.querySelector('svg'), brush = figure.querySelector('.brush');
  const [low, high] = brush.querySelectorAll('input'), told = figure.querySelector('output');
  const { from, to } = form.elements, find = window.timelineFind;
  const mirrored = document.documentElement.dir === 'rtl';
  const chosen = document.createElementNS(svg.namespaceURI, 'rect');
  chosen.setAttribute('class', 'chosen');
  chosen.setAttribute('height', '100%');
  svg.querySelector('.line').before(chosen);

  const place = day => columns.findLastIndex(column => column[FIRST] <= day);
  const range = () => [Math.min(+low.value, +high.value), Math.max(+low.value, +high.value)];
  function show() {
    const [first, last] = range(), whole = first === 0 && last === end, width = (last + 1 - first) / columns.length * 100;
    chosen.setAttribute('x', `${(mirrored ? end - last : first) / columns.length * 100}%`);
    chosen.setAttribute('width', `${whole ? 0 : width}%`);
    for (const slider of [low, high]) slider.setAttribute('aria-valuetext', columns[slider.value][LABEL]);
    const texts = [columns[first][LABEL], columns[last][LABEL]];
    told.value = whole ? '' : first === last ? texts[0] : figure.dataset.between.replace('{first}', texts[0]).replace('{last}', texts[1]);
  }
  function choose(first, last) {
    [low.value, high.value] = [first, last];
    changed();
  }
  function changed() {
    const [first, last] = range();
    from.value = first > 0 ? find.iso(columns[first][FIRST]) : '';
    to.value = last < end ? find.iso(columns[last][LAST]) : '';
    show();
    form.dispatchEvent(new Event('input', { bubbles: true }));
  }
  function read() {
    const first = place(find.ordinal(from.value)), last = place(find.ordinal(to.value));
    [low.value, high.value] = [Math.max(first, 0), last < 0 ? end : last];
    show();
  }

  /* dragging: a press that does not move stays a click on what lies under it */
  let start = null, moved = false;
  const under = event => {
    const box = svg.getBoundingClientRect(), share = (event.clientX - box.left) / box.width;
    return Math.max(0, Math.min(end, Math.floor((mirrored ? 1 - share : share) * columns.length)));
  };
  svg.addEventListener('pointerdown', event => { if (event.button === 0 && event.pointerType !== 'touch') [start, moved] = [under(event), false]; });
  svg.addEventListener('dragstart', event => event.preventDefault());
  addEventListener('pointermove', event => {
    if (start === null || (!moved && under(event) === start)) return;
    moved = true;
    const here = under(event);
    [low.value, high.value] = [Math.min(start, here), Math.max(start, here)];
    show();
  });
  addEventListener('pointerup', () => { if (moved) changed(); start = null; });
  svg.addEventListener('click', event => { if (moved) event.preventDefault(); moved = false; }, true);

  /* bars shrink to what was found */
  const bars = [...svg.querySelectorAll('[data-column]')].map(bar => ({ bar, column: +bar.dataset.column, y: +bar.getAttribute('y'), height: +bar.getAttribute('height') }));
  const drawn = new Set([...svg.querySelectorAll('[data-for]')].map(mark => mark.dataset.for));
  const counted = rows => {
    const counts = Array(columns.length).fill(0);
    for (const row of rows) if (!drawn.has(row[0])) counts[Math.max(0, place(row[3]))] += 1;
    return counts;
  };
  let full;
  form.addEventListener('found', ({ detail: { rows, found } }) => {
    if (from.value === '' && to.value === '') read();
    if (!bars.length || !rows) return;
    full ??= counted(rows);
    const now = found ? counted(found) : full;
    for (const { bar, column, y, height } of bars) {
      const left = full[column] ? height * now[column] / full[column] : 0;
      bar.setAttribute('y', y + height - left);
      bar.setAttribute('height', left);
    }
  });

  for (const slider of [low, high]) slider.addEventListener('input', changed);
  brush.hidden = false;
  read();
})();
