import type { useTranslations } from "next-intl";
import type { SystemView } from "@/lib/use-cases/show-customer";

type Translate = ReturnType<typeof useTranslations<"customer">>;

/** Vendor, release and users on one line, as far as they are known. */
export function systemLine(system: SystemView, t: Translate): string {
  const release = system.release === null ? null : t("release", { release: system.release });
  return [system.vendorName, release, usersOf(system, t)].filter((part) => part !== null).join(" · ");
}

function usersOf(system: SystemView, t: Translate): string | null {
  const { installedUsers, installedLightUsers, tiers } = system;
  if (installedUsers === null) return tiers.length > 0 ? t("usersUnknown") : null;
  if (installedLightUsers) return t("plusLight", { users: installedUsers, light: installedLightUsers });
  return t("users", { count: installedUsers });
}
