import { countPanels } from '../_card/kinds/line-panels';

/** Rules and normative documents, which the change of form cuts. */
export const disclosureDocuments = countPanels({
  id: 'disclosure-documents',
  path: '/disclosure',
  metrics: ['rules_issued', 'normative_documents_issued', 'documents_in_force'],
  source: 'source.table2',
});
