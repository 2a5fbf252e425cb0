'use client';
import Link from 'next/link';

// The text stands in both languages: the dictionary is not sent to the browser.

/** Says so, and offers to try again. */
export default function PageError({ reset }: { error: Error; reset: () => void }) {
  return (
    <main className="wrap head" id="main">
      <h1>
        <span lang="zh-CN">这一页没有做出来。</span> <span lang="en">This page could not be made.</span>
      </h1>
      <p lang="zh-CN">数据没有改动。请重试，或回到总览。</p>
      <p lang="en">No data was changed. Try again, or go back to the overview.</p>
      <ul className="ways">
        <li>
          <button type="button" className="button" onClick={reset}>
            重试 · Try again
          </button>
        </li>
        <li>
          <Link href="/">总览 · Overview</Link>
        </li>
      </ul>
    </main>
  );
}
