// `npx tsx test/support/faults/write-table.ts`: measures every fault and writes docs/faults.md.
import { writeFileSync } from 'node:fs';
import { measureAll, renderTable, tableFile } from './fault-table';

void measureAll()
  .then(renderTable)
  .then((text) => {
    writeFileSync(tableFile, text);
  });
