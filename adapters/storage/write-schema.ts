import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connect } from './connect.ts';
import { migrate } from './migrate.ts';
import { dumpSchema } from './schema-dump.ts';

const database = await connect({ kind: 'memory' });
await migrate(database);
await writeFile(join(import.meta.dirname, 'schema.sql'), await dumpSchema(database));
await database.close();
