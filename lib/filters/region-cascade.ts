/**
 * The region controls of a plain form: province, prefecture, county, township, each a parameter of its own that only
 * the form sends. They fold into the one parameter `region` of the contract.
 */

/** Names of the controls from the widest region to the narrowest. */
export const REGION_CONTROLS = ['province', 'prefecture', 'county', 'township'] as const;

/**
 * Folds the controls in place: the narrowest choice that lies in all the wider ones becomes `region`; the first that
 * does not is told in `dropped`. Parameters without any control stay as they are.
 */
export function foldRegionControls(params: URLSearchParams): void {
  if (!REGION_CONTROLS.some((name) => params.has(name))) return;
  let region = '';
  let dropped = '';
  for (const name of REGION_CONTROLS) {
    const chosen = params.get(name)?.trim() ?? '';
    params.delete(name);
    if (chosen === '' || dropped !== '') continue;
    if (region === '' && name !== 'province') dropped = chosen;
    else if (chosen.startsWith(region)) region = chosen;
    else dropped = chosen;
  }
  params.delete('region');
  params.delete('dropped');
  if (region !== '') params.set('region', region);
  if (dropped !== '') params.set('dropped', dropped);
}
