/** Pieces of ink that hang together: strokes, characters, specks. */

/** Box in pixels, ends beyond the last pixel; `area` is its pixels of ink. */
export type Component = { x0: number; y0: number; x1: number; y1: number; area: number };

type Run = { from: number; to: number; label: number };

/** All pieces, corners counting as touching. `ink` has 1 for ink in rows of `width` pixels. */
export function componentsOf(ink: Uint8Array, width: number, height: number): Component[] {
  const parent: number[] = [];
  const boxes: Component[] = [];
  const rootOf = (label: number): number => {
    let root = label;
    while (parent[root] !== root) root = parent[root] ?? root;
    parent[label] = root;
    return root;
  };
  let above: Run[] = [];
  for (let y = 0; y < height; y++) {
    const runs = runsIn(ink, y * width, width);
    let i = 0;
    for (const run of runs) {
      while (i < above.length && (above[i]?.to ?? 0) < run.from) i++;
      for (let j = i; j < above.length && (above[j]?.from ?? 0) <= run.to; j++) {
        const root = rootOf(above[j]?.label ?? 0);
        if (run.label < 0) run.label = root;
        else parent[rootOf(run.label)] = root;
      }
      if (run.label < 0) {
        run.label = parent.push(parent.length) - 1;
        boxes.push({ x0: run.from, y0: y, x1: run.to, y1: y + 1, area: 0 });
      }
      const box = boxes[run.label];
      if (box) join(box, { x0: run.from, y0: y, x1: run.to, y1: y + 1, area: run.to - run.from });
    }
    above = runs;
  }
  boxes.forEach((box, label) => {
    const root = boxes[rootOf(label)];
    if (root && root !== box) join(root, box);
  });
  return boxes.filter((_, label) => parent[label] === label);
}

function runsIn(ink: Uint8Array, row: number, width: number): Run[] {
  const runs: Run[] = [];
  for (let x = 0; x < width; x++) {
    if (ink[row + x] !== 1) continue;
    const from = x;
    while (x < width && ink[row + x] === 1) x++;
    runs.push({ from, to: x, label: -1 });
  }
  return runs;
}

function join(box: Component, other: Component): void {
  box.x0 = Math.min(box.x0, other.x0);
  box.y0 = Math.min(box.y0, other.y0);
  box.x1 = Math.max(box.x1, other.x1);
  box.y1 = Math.max(box.y1, other.y1);
  box.area += other.area;
}
