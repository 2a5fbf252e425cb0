/** What axe finds on a page in a browser. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** The rules whose verdict may change with the theme alone. */
export const RULES_OF_COLOUR: readonly string[] = ['color-contrast', 'link-in-text-block'];

/** Every violation as `rule: element`; of every rule of axe, none muted, or of those named. */
export async function axeViolations(page: Page, rules?: readonly string[]): Promise<string[]> {
  // Without the lists of what passed axe takes half the time on a page of charts.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
  if (rules) axe.withRules([...rules]);
  const { violations } = await axe.analyze();
  return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 160)}`));
}
