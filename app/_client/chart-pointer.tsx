'use client';
/**
 * Lets pointer, finger and keyboard reach the points of the charts in the served HTML. Each chart is one Tab stop; arrow
 * keys step through its marks, a live region speaks them, Escape leaves. The words are those of the marks' titles.
 */
import { useEffect, useRef } from 'react';
import { type ChartMark, marksOf, nearestMark, stepFrom } from './chart-marks';

type Props = { role: string; hint: string };

/** One for a page: it serves every `figure.plot`. */
export function ChartPointer({ role, hint }: Props) {
  const tip = useRef<HTMLDivElement>(null);
  const live = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const box = tip.current;
    const voice = live.current;
    if (!box || !voice) return undefined;
    const stops = [...document.querySelectorAll<HTMLElement>('figure.plot')].map((plot) =>
      servePlot(plot, { box, voice, role, hint }),
    );
    return () => {
      for (const stop of stops) stop();
    };
  }, [role, hint]);
  return (
    <>
      <div className="tip" ref={tip} hidden />
      <div className="visually-hidden" aria-live="polite" ref={live} />
    </>
  );
}

/** So long after a key a scroll is its own. */
const AFTER_KEY_MS = 500;

type Stage = { box: HTMLElement; voice: HTMLElement } & Props;

/** Makes one chart a Tab stop whose marks answer; returns what takes that away again. */
function servePlot(plot: HTMLElement, stage: Stage): () => void {
  const svg = plot.querySelector('svg');
  const marks = svg ? marksOf(svg) : [];
  if (!svg || marks.length === 0) return () => undefined;
  const [name = ''] = (svg.getAttribute('aria-label') ?? '').split(/[；;]/);
  const ended = new AbortController();
  const pointer = pointerOn(plot, stage);
  plot.tabIndex = 0;
  plot.setAttribute('role', 'application');
  plot.setAttribute('aria-roledescription', stage.role);
  plot.setAttribute('aria-label', `${name} — ${stage.hint}`);
  listenToHand(plot, marks, pointer, ended.signal);
  listenToKeys(plot, marks, pointer, ended.signal);
  listenElsewhere(plot, pointer, ended.signal);
  return () => {
    ended.abort();
    pointer.remove();
  };
}

/** The ring, the hair line and the words at the mark that is pointed at. */
type Pointer = {
  readonly current: ChartMark | null;
  show: (mark: ChartMark, spoken: boolean) => void;
  hide: () => void;
  /** Leaves nothing to be heard. */
  silence: () => void;
  remove: () => void;
};

function pointerOn(plot: HTMLElement, { box, voice }: Stage): Pointer {
  const ring = plot.appendChild(document.createElement('span'));
  const hair = plot.appendChild(document.createElement('span'));
  ring.className = 'ring';
  hair.className = 'hair';
  let current: ChartMark | null = null;
  return {
    get current() {
      return current;
    },
    show(mark, spoken) {
      current = mark;
      const at = mark.element.getBoundingClientRect();
      const frame = plot.getBoundingClientRect();
      plot.classList.add('pointed');
      Object.assign(ring.style, {
        left: `${at.left - frame.left - 3}px`,
        top: `${at.top - frame.top - 3}px`,
        width: `${at.width + 6}px`,
        height: `${at.height + 6}px`,
      });
      hair.style.left = `${at.left - frame.left + at.width / 2}px`;
      box.textContent = mark.text;
      box.hidden = false;
      placeTip(box, at);
      if (spoken) voice.textContent = mark.text;
    },
    hide() {
      current = null;
      box.hidden = true;
      plot.classList.remove('pointed');
    },
    silence() {
      voice.textContent = '';
    },
    remove() {
      ring.remove();
      hair.remove();
    },
  };
}

/** Mouse and finger: the nearest mark shows; a press is also spoken. */
function listenToHand(plot: HTMLElement, marks: ChartMark[], pointer: Pointer, signal: AbortSignal): void {
  const nearest = (event: MouseEvent) =>
    nearestMark(marks, event.clientX, event.clientY, plot.dataset.kind ?? '');
  plot.addEventListener(
    'pointermove',
    (event) => {
      if (event.pointerType === 'touch') return;
      const mark = nearest(event);
      if (mark === null) pointer.hide();
      else if (mark !== pointer.current) pointer.show(mark, false);
    },
    { signal },
  );
  plot.addEventListener(
    'pointerleave',
    (event) => {
      if (event.pointerType !== 'touch') pointer.hide();
    },
    { signal },
  );
  plot.addEventListener(
    'click',
    (event) => {
      const mark = nearest(event);
      if (mark) pointer.show(mark, true);
    },
    { signal },
  );
}

/** Keys step from mark to mark, and a scroll that they cause takes nothing away. */
function listenToKeys(plot: HTMLElement, marks: ChartMark[], pointer: Pointer, signal: AbortSignal): void {
  let pressedAt = Number.NEGATIVE_INFINITY;
  plot.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Escape') {
        pointer.hide();
        pointer.silence();
        return;
      }
      const next = stepFrom(marks, pointer.current, event.key);
      if (!next) return;
      event.preventDefault();
      pressedAt = performance.now();
      pointer.show(next, true);
    },
    { signal },
  );
  plot.addEventListener('blur', pointer.hide, { signal });
  // Reaching a chart by keyboard scrolls to it, and that must not take away the words of the key just pressed.
  const follow = (): void => {
    // The box is every chart's: only the one that fills it may empty it.
    if (!pointer.current) return;
    if (performance.now() - pressedAt < AFTER_KEY_MS) pointer.show(pointer.current, false);
    else pointer.hide();
  };
  window.addEventListener('scroll', follow, { signal, passive: true });
}

/** A press elsewhere on the page takes the words away. */
function listenElsewhere(plot: HTMLElement, pointer: Pointer, signal: AbortSignal): void {
  document.addEventListener(
    'pointerdown',
    (event) => {
      if (event.target instanceof Node && !plot.contains(event.target)) pointer.hide();
    },
    { signal },
  );
}

/** Above the mark, or below it where there is no room; never over the edge of the window. */
function placeTip(box: HTMLElement, at: DOMRect): void {
  const margin = 8;
  const { width, height } = box.getBoundingClientRect();
  const left = Math.min(
    Math.max(margin, at.left + at.width / 2 - width / 2),
    document.documentElement.clientWidth - width - margin,
  );
  const above = at.top - height - margin;
  const top = above >= margin ? above : Math.min(at.bottom + margin, window.innerHeight - height - margin);
  box.style.left = `${Math.max(margin, left)}px`;
  box.style.top = `${Math.max(margin, top)}px`;
}
