/**
 * Imported first, before anything reads the environment: the demonstration and daily work allow made-up data and a settable day, and
 * never touch a database that DATABASE_URL names.
 */
process.env.PORTAL_DEMO = "1";
delete process.env.DATABASE_URL;
delete process.env.DATABASE_OWNER_URL;
