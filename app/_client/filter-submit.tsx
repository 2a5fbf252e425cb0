'use client';
/**
 * Applies a choice of the filter form at once: each is an address of its own, so Back leads through all of them. Without
 * a script the form's button does the same.
 */
import { useEffect } from 'react';

const PLACE = 'filters:place';

/** Listens to the form marked `data-filters`, and marks it `data-live` while it does; shows nothing. */
export function FilterSubmit() {
  useEffect(() => {
    const form = document.querySelector<HTMLFormElement>('form[data-filters]');
    restorePlace();
    forgetDropped();
    if (!form) return undefined;
    const apply = (event: Event) => {
      const control = event.target;
      if (!(control instanceof HTMLSelectElement || control instanceof HTMLInputElement)) return;
      if (control instanceof HTMLInputElement && control.type === 'hidden') return;
      sessionStorage.setItem(PLACE, JSON.stringify([location.pathname, control.id, window.scrollY]));
      form.requestSubmit();
    };
    // A page that comes back from the browser's memory must show the choices of its own address.
    const reset = () => form.reset();
    form.addEventListener('change', apply);
    window.addEventListener('pageshow', reset);
    form.dataset.live = '';
    return () => {
      delete form.dataset.live;
      form.removeEventListener('change', apply);
      window.removeEventListener('pageshow', reset);
    };
  }, []);
  return null;
}

/** After a choice the reader stands where he stood, with the control in focus. */
function restorePlace(): void {
  const kept = sessionStorage.getItem(PLACE);
  if (kept === null) return;
  sessionStorage.removeItem(PLACE);
  const [path, id, top]: unknown[] = JSON.parse(kept);
  if (path !== location.pathname) return;
  if (typeof top === 'number') window.scrollTo(0, top);
  if (typeof id === 'string') document.getElementById(id)?.focus({ preventScroll: true });
}

/** What was dropped is told once: the address that stays is that of the choices. */
function forgetDropped(): void {
  const url = new URL(location.href);
  if (!url.searchParams.has('dropped')) return;
  url.searchParams.delete('dropped');
  history.replaceState(history.state, '', url.pathname + url.search.replaceAll('%2C', ',') + url.hash);
}
