'use client';
/**
 * Lets files be dropped on the form, says what was chosen, and holds the bounds before anything is sent. The form sends
 * itself: the browser shows the answer as the page that it is.
 */
import { useEffect, useState } from 'react';
import type { UPLOAD_BOUNDS } from '../../lib/upload/bounds';

type Props = {
  /** Id of the form. */
  form: string;
  words: Record<'drop' | 'chosen' | 'reading' | 'tooMany' | 'tooLarge', string>;
  bounds: typeof UPLOAD_BOUNDS;
};

/** One line that is spoken when it changes; marks the form `data-live` while it listens. */
export function UploadDrop({ form: id, words, bounds }: Props) {
  const [said, setSaid] = useState({ text: '', isProblem: false });
  useEffect(() => {
    const form = document.getElementById(id);
    const field = form?.querySelector<HTMLInputElement>('input[type="file"]');
    if (!(form instanceof HTMLFormElement) || !field) return undefined;
    const problem = (): string => {
      const files = [...(field.files ?? [])];
      if (files.length > bounds.files) return words.tooMany;
      return sizeOf(files) > bounds.formBytes - ENVELOPE ? words.tooLarge : '';
    };
    const tell = (): void => {
      const files = [...(field.files ?? [])];
      const megabytes = (sizeOf(files) / 1024 / 1024).toFixed(1);
      const chosen = words.chosen.replace('{count}', String(files.length)).replace('{megabytes}', megabytes);
      const text = problem() || (files.length > 0 ? chosen : '');
      setSaid({ text, isProblem: problem() !== '' });
    };
    const send = (event: Event): void => {
      if (problem() === '') setSaid({ text: words.reading, isProblem: false });
      else event.preventDefault();
    };
    const over = (event: DragEvent): void => {
      event.preventDefault();
      form.dataset.over = '';
    };
    const out = (): void => {
      delete form.dataset.over;
    };
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      out();
      if (!event.dataTransfer || event.dataTransfer.files.length === 0) return;
      field.files = event.dataTransfer.files;
      tell();
    };
    const listeners = new AbortController();
    const { signal } = listeners;
    form.addEventListener('dragover', over, { signal });
    form.addEventListener('dragleave', out, { signal });
    form.addEventListener('drop', drop, { signal });
    form.addEventListener('submit', send, { signal });
    field.addEventListener('change', tell, { signal });
    // A page that comes back from the browser's memory has sent its files already.
    window.addEventListener('pageshow', tell, { signal });
    form.dataset.live = '';
    return () => {
      listeners.abort();
      delete form.dataset.live;
    };
  }, [id, words, bounds]);
  return (
    <p className="upload-said" aria-live="polite" data-problem={said.isProblem ? '' : undefined}>
      {said.text === '' ? words.drop : said.text}
    </p>
  );
}

/** Bytes that the form adds around its files, at most. */
const ENVELOPE = 8 * 1024;

const sizeOf = (files: readonly File[]): number => files.reduce((sum, file) => sum + file.size, 0);
