import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin({
  requestConfig: "./lib/i18n/request.ts",
  // Messages are read by the build, so that the browser gets what they come to and not the reader of their grammar (8 kB for every page).
  experimental: { messages: { path: "./lib/i18n/messages", format: "json", locales: "infer", precompile: true } },
});

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // A folder above with a lockfile of its own must not be taken for the project.
  turbopack: { root: import.meta.dirname },
  // Nothing is resized here; without the optimiser that door is shut.
  images: { unoptimized: true },
  // They open files beside their own code, which a bundle would not find.
  serverExternalPackages: ["@node-rs/argon2", "postgres"],
  devIndicators: false,
  // The server's code keeps its names and lines: it is sent to nobody, reads well in a stack, and the build takes a fifth less.
  experimental: { serverMinification: false, serverSourceMaps: false },
  // Types are a step of their own (npm run check, npm test); here they would be checked a second time, with all tests.
  typescript: { ignoreBuildErrors: true },
  // Files with fixed names are the same for everybody; pages and routes get their headers from proxy.ts.
  async headers() {
    const fixed = [
      { key: "X-Content-Type-Options", value: "nosniff" },
      { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
    ];
    return [{ source: "/_next/static/:path*", headers: fixed }];
  },
};

export default withNextIntl(config);
