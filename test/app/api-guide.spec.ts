/** The page about the API says all that the OpenAPI document says, in both languages. */
import { expect, test } from 'vitest';
import { operations } from '../../app/_api/document';
import { exampleAddress } from '../../app/_api/examples';
import { filterParameters, groupOperations } from '../../app/_api/groups';
import { groupText, parameterText } from '../../app/_api/words';
import { FILTER_NAMES } from '../../lib/filters';
import * as words from '../../lib/words/zh-CN/openapi';

const all = operations();
const groups = groupOperations(all);

test('every operation stands on the page once, every parameter of it in its table or among the filters', () => {
  expect(groups.flatMap((group) => group.operations.map((each) => each.path)).sort()).toEqual(
    all.map((each) => each.path).sort(),
  );
  for (const group of groups)
    for (const { id, parameters } of group.operations) {
      const shown = [
        ...group.parameters.map((each) => each.name),
        ...(group.takesFilters ? FILTER_NAMES : []),
      ];
      expect([id, parameters.filter((each) => !shown.includes(each.name))]).toEqual([id, []]);
    }
  expect(filterParameters(all).map((each) => each.name)).toEqual(FILTER_NAMES);
});

test('every operation and parameter has its words in both languages, and no word is left over', () => {
  const parameters = all.flatMap((each) => each.parameters);
  for (const language of ['zh-CN', 'en'] as const) {
    for (const group of groups) expect([group.id, groupText(group, language)]).not.toContain('');
    for (const each of parameters) expect([each.name, parameterText(each, language)]).not.toContain('');
  }
  expect(Object.keys(words.operations).sort()).toEqual(groups.map((group) => group.id).sort());
  expect([...FILTER_NAMES, ...Object.keys(words.parameters)].sort()).toEqual(
    [...new Set(parameters.map((each) => each.name))].sort(),
  );
});

test('an example fills the path and uses only parameters that its operation takes', () => {
  for (const operation of all) {
    const url = new URL(exampleAddress(operation, '420704-鄂城区-2020', 'demo'), 'http://localhost');
    expect(url.pathname).not.toMatch(/[{}]/);
    const names = operation.parameters.map((each) => each.name);
    expect([operation.id, [...url.searchParams.keys()].filter((name) => !names.includes(name))]).toEqual([
      operation.id,
      [],
    ]);
  }
});
