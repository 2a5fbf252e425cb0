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

function servePlot(plot: HTMLElement, { box, voice, role, hint }: Stage): () => void {
  const svg = plot.querySelector('svg');
  const marks = svg ? marksOf(svg) : [];
  if (!svg || marks.length === 0) return () => undefined;
  const ended = new AbortController();
  const { signal } = ended;
  const [name = ''] = (svg.getAttribute('aria-label') ?? '').split(/[；;]/);
  const ring = plot.appendChild(document.createElement('span'));
  const hair = plot.appendChild(document.createElement('span'));
  ring.className = 'ring';
  hair.className = 'hair';
  let current: ChartMark | null = null;
  let pressedAt = Number.NEGATIVE_INFINITY;
  plot.tabIndex = 0;
  plot.setAttribute('role', 'application');
  plot.setAttribute('aria-roledescription', role);
  plot.setAttribute('aria-label', `${name} — ${hint}`);

  const hide = () => {
    current = null;
    box.hidden = true;
    plot.classList.remove('pointed');
  };
  const show = (mark: ChartMark, spoken: boolean) => {
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
  };

  const listen = <K extends keyof HTMLElementEventMap>(
    type: K,
    act: (event: HTMLElementEventMap[K]) => void,
  ) => plot.addEventListener(type, act, { signal });
  listen('pointermove', (event) => {
    if (event.pointerType === 'touch') return;
    const mark = nearestMark(marks, event.clientX, event.clientY, plot.dataset.kind ?? '');
    if (mark === null) hide();
    else if (mark !== current) show(mark, false);
  });
  listen('pointerleave', (event) => {
    if (event.pointerType !== 'touch') hide();
  });
  listen('click', (event) => {
    const mark = nearestMark(marks, event.clientX, event.clientY, plot.dataset.kind ?? '');
    if (mark) show(mark, true);
  });
  listen('keydown', (event) => {
    if (event.key === 'Escape') {
      hide();
      voice.textContent = '';
      return;
    }
    const next = stepFrom(marks, current, event.key);
    if (!next) return;
    event.preventDefault();
    pressedAt = performance.now();
    show(next, true);
  });
  listen('blur', hide);
  // Reaching a chart by keyboard scrolls to it, and that must not take away the words of the key just pressed.
  const follow = (): void => {
    // The box is every chart's: only the one that fills it may empty it.
    if (!current) return;
    if (performance.now() - pressedAt < AFTER_KEY_MS) show(current, false);
    else hide();
  };
  window.addEventListener('scroll', follow, { signal, passive: true });
  document.addEventListener(
    'pointerdown',
    (event) => {
      if (event.target instanceof Node && !plot.contains(event.target)) hide();
    },
    { signal },
  );
  return () => {
    ended.abort();
    ring.remove();
    hair.remove();
  };
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
