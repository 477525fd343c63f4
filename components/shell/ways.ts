import {
  BookOpenText,
  Boxes,
  Building2,
  CircleUserRound,
  FileInput,
  Globe,
  type IconNode,
  KeyRound,
  Landmark,
  ListChecks,
  ListPlus,
  PiggyBank,
  Tag,
  UserPlus,
  UsersRound,
} from "lucide";
import { may, type Task, type Viewer } from "@/lib/domain/viewer";

/** The groups of the navigation, in their order. */
export const wayGroups = ["daily", "advice", "lists", "administration"] as const;
export type WayGroup = (typeof wayGroups)[number];

/** A page that can be gone to by name: from the navigation, and from the search over everything. */
export interface Way {
  /** Its name is the message `nav.<name>`. */
  readonly name: WayName;
  readonly href: string;
  /** Further beginnings of addresses that belong under this way. */
  readonly also?: readonly string[];
  readonly icon: IconNode;
  readonly group: WayGroup;
  /** Part of another page: found by the search, but no entry of the navigation. */
  readonly within?: WayName;
}

type WayName = (typeof pages)[number]["name"] | "ownCustomer";

/**
 * Every page with a name, in the order of the navigation. On a phone the first ones stand in the bar and the rest under "Mehr", so what is
 * needed most comes first. A new page is one line here and its name in the messages.
 */
const pages = [
  { name: "decide", href: "/entscheiden", icon: ListChecks, task: "see-queue", group: "daily" },
  { name: "stock", href: "/bestand", icon: Boxes, task: "see-stock", group: "daily" },
  {
    name: "customers",
    href: "/kunden",
    also: ["/vertraege", "/anlagen"],
    icon: Building2,
    task: "see-customers",
    group: "daily",
  },
  { name: "check", href: "/pruefen", icon: ListPlus, task: "check-addition", group: "advice" },
  { name: "nextUser", href: "/naechster-nutzer", icon: UserPlus, task: "price-next-users", group: "advice" },
  { name: "savings", href: "/sparpotenzial", icon: PiggyBank, task: "see-savings", group: "advice" },
  { name: "priceLists", href: "/preislisten", icon: BookOpenText, task: "see-price-lists", group: "lists" },
  {
    name: "ownPrices",
    href: "/preislisten/eigene",
    icon: Tag,
    task: "see-price-lists",
    group: "lists",
    within: "priceLists",
  },
  {
    name: "destinations",
    href: "/preislisten/rufziel",
    icon: Globe,
    task: "see-price-lists",
    group: "lists",
    within: "priceLists",
  },
  { name: "imports", href: "/import", icon: FileInput, task: "see-imports", group: "administration" },
  { name: "people", href: "/benutzer", icon: UsersRound, task: "manage-people", group: "administration" },
  { name: "apiKeys", href: "/api-schluessel", icon: KeyRound, task: "manage-api-keys", group: "administration" },
  { name: "platform", href: "/plattform", icon: Landmark, task: "manage-resellers", group: "administration" },
  { name: "account", href: "/konto", icon: CircleUserRound, task: "manage-own-account", group: "administration" },
] as const satisfies readonly {
  name: string;
  href: `/${string}`;
  also?: readonly string[];
  icon: IconNode;
  task: Task;
  group: WayGroup;
  within?: string;
}[];

/** The pages that exist for the role; whether it may is asked again by each page. A customer's own people begin at their own. */
export function waysOf(viewer: Pick<Viewer, "role" | "customerIds">): Way[] {
  const allowed: Way[] = pages.filter(({ task }) => may(viewer, task));
  const own = viewer.role.startsWith("customer-") ? viewer.customerIds?.[0] : undefined;
  if (own === undefined) return allowed;
  const ownCustomer: Way = {
    name: "ownCustomer",
    href: `/kunden/${own}`,
    also: ["/vertraege", "/anlagen"],
    icon: Building2,
    group: "daily",
  };
  return [ownCustomer, ...allowed];
}

/** The entries of the navigation. */
export const entriesOf = (ways: readonly Way[]): Way[] => ways.filter(({ within }) => within === undefined);
