/* The editor of a served site: reloads the page after each build, and writes edits. No published page has it. */
(() => {
  'use strict';
  const { token, generation } = document.currentScript.dataset;
  const base = '/__timeline__/';
  let reloading = false;

  function make(name, properties = {}, ...inside) {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...inside);
    return element;
  }

  const news = make('p', { id: 'tlb-news', hidden: true });
  news.setAttribute('role', 'alert');
  document.body.append(news);
  function tell(text) { news.textContent = text; news.hidden = !text; }

  const pause = milliseconds => new Promise(done => setTimeout(done, milliseconds));
  let goal = null;  // where an edit leads, once the site is built again
  async function listen() {
    let known = Number(generation), lost = false;
    for (;;) {
      try {
        const answer = await fetch(`${base}state?after=${known}`);
        const state = await answer.json();
        if (lost || (state.generation !== known && !state.problem)) {
          reloading = true;
          if (goal && goal !== location.pathname) location.assign(goal); else location.reload();
          return;
        }
        known = state.generation;
        tell(state.problem && `The site was not built again. ${state.problem}`);
      } catch {
        if (reloading) return;
        lost = true;
        await pause(2000);
      }
    }
  }

  async function send(event, edit, value, status, after) {
    status.textContent = 'Saving …';
    try {
      const answer = await fetch(`${base}edit`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-Timeline-Token': token },
        body: JSON.stringify({ event, edit, value }),
      });
      const { problem } = await answer.json();
      if (!problem) goal = after;
      status.textContent = problem || 'Saved in corrections.toml. Building …';
    } catch {
      status.textContent = 'The server does not answer. Is it still running?';
    }
  }

  function form(event, edit, words, field, status, after = () => null) {
    const button = make('button', { type: 'submit', textContent: words });
    const made = make('form', {}, ...(field ? [make('label', {}, field.words, field.input)] : []), button);
    made.addEventListener('submit', submitted => {
      submitted.preventDefault();
      send(event.id, edit, field ? field.input.value : '', status, after(field && field.input.value));
    });
    return made;
  }

  const days = event => Date.parse(event.start.replace(/^-/, '-00')) / 864e5 || 0;
  function others(event, events) {
    const near = events.filter(other => other.id !== event.id);
    near.sort((one, other) => Math.abs(days(one) - days(event)) - Math.abs(days(other) - days(event)));
    return make('select', { required: true }, ...near.map(other => make('option', { value: other.id, textContent: `${other.date} ${other.headline}` })));
  }

  function fill(box, event, events, here) {
    const status = make('p');
    status.setAttribute('role', 'status');
    const home = () => here ? '/' : null;
    const headline = make('input', { value: event.headline, required: true, maxLength: 500 });
    const date = make('input', { value: event.date, required: true, maxLength: 30 });
    const place = other => here ? `/events/${other}/index.html` : null;
    box.append(
      form(event, 'headline', 'Save headline', { words: 'Headline', input: headline }, status),
      form(event, 'date', 'Save date', { words: 'Date, as 2022-01-26, 2022-01, 2022-W04 or 2022', input: date }, status),
    );
    if (events.length > 1) box.append(form(event, 'merge', 'Merge', { words: 'Merge into', input: others(event, events) }, status, place));
    box.append(form(event, 'hide', 'Hide this event', null, status, home), status);
  }

  function place(event, events) {
    const here = location.pathname.split('/').at(-2) === event.id && location.pathname.includes('/events/');
    const spot = here ? document.querySelector('main h1') : document.getElementById(event.id)?.querySelector('h4');
    if (!spot) return;
    const box = make('details', { className: 'tlb' }, make('summary', { textContent: 'Edit' }));
    box.firstChild.setAttribute('aria-label', `Edit: ${event.headline}`);
    box.addEventListener('toggle', () => { if (box.childElementCount === 1) fill(box, event, events, here); });
    spot.after(box);
  }

  (async () => {
    const answer = await fetch('/data/events.json');
    const { events } = await answer.json();
    for (const event of events) place(event, events);
  })();
  listen();
})();
