import { sql } from "drizzle-orm";
import postgres from "postgres";
import { v7 as uuidv7 } from "uuid";
import { resellers } from "@/db/schema";
import { type Tx, withPlatform, withTenantId } from "@/db/tenant";
import { atMost, type Bench, interleaved, median } from "./measure";

const perReseller = 5_000;
const pageSize = 50;
const pagesPerRound = 40;

/** The same page, in the same kind of transaction, from `app.customers` and from a table of the same rows without row-level security. */
export const bench: Bench = {
  name: "The tenant wall: a page of 50 customers, 20 resellers with 5,000 each",
  async run(ownerUrl) {
    const ids = Array.from({ length: 20 }, () => uuidv7());
    const rows = sql.raw("gen_random_uuid(), lpad(n::text, 6, '0'), 'Kunde ' || n");
    const owner = postgres(ownerUrl, { max: 1 });
    await owner.unsafe(`create schema bench; create table bench.customers (like app.customers including all);
      grant usage on schema bench to portal_staff; grant select, insert on bench.customers to portal_staff`);
    for (const resellerId of ids) {
      await withPlatform((tx) => tx.insert(resellers).values({ resellerId, name: resellerId }));
      await withTenantId(resellerId, async (tx) => {
        for (const table of [sql`app.customers`, sql`bench.customers`]) {
          await tx.execute(sql`
            insert into ${table} (reseller_id, id, number, name)
            select ${resellerId}::uuid, ${rows} from generate_series(1, ${perReseller}::int) n`);
        }
      });
    }
    await owner.unsafe("analyze app.customers, bench.customers");
    await owner.end();

    const [mine = ""] = ids;
    const read = (statement: (tx: Tx) => Promise<readonly unknown[]>) => async () => {
      let found = 0;
      for (let page = 0; page < pagesPerRound; page++) found += (await withTenantId(mine, statement)).length;
      return found;
    };
    const page = (table: "app" | "bench") => (tx: Tx) =>
      tx.execute(sql`
        select id, number, name from ${sql.identifier(table)}.customers
        where reseller_id = ${mine}::uuid and number > '002000' order by number limit ${pageSize}::int`);
    const times = await interleaved(
      9,
      { walled: read(page("app")), open: read(page("bench")) },
      (found) => found === pagesPerRound * pageSize,
    );
    const perPage = (values: readonly number[]) => median(values) / pagesPerRound;
    return [
      atMost("behind the wall against without", perPage(times.walled), perPage(times.open), {
        factor: 1.3,
        slackMs: 0.2,
      }),
    ];
  },
};
