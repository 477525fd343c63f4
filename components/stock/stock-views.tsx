import { Bookmark, Users } from "lucide";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button, LinkButton } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { EnhancedForm } from "@/components/ui/enhanced-form";
import { TextField } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { StatusLine } from "@/components/ui/status-line";
import type { StockView } from "@/lib/use-cases/list-stock-views";
import { atStock, type StockAddress, stockHref, stockSearch } from "./stock-address";

const chip =
  "flex min-h-8 items-center gap-1.5 rounded-full border border-line bg-surface px-3 text-xs font-medium text-muted hover:border-line-strong hover:text-ink aria-[current=page]:border-accent aria-[current=page]:bg-accent-ground aria-[current=page]:text-accent-strong max-md:min-h-11";

/** The named views, and what can be done with the one that shows: everything of it in forms that work without script. */
export function StockViews({
  address,
  views,
  maySave,
}: {
  address: StockAddress;
  views: readonly StockView[];
  maySave: boolean;
}) {
  const t = useTranslations("stock.views");
  const here = stockSearch(address);
  const shown = views.find((view) => view.search === here);
  return (
    <div className="no-print flex flex-wrap items-start gap-x-4 gap-y-2">
      {views.length === 0 ? null : (
        <nav aria-label={t("title")}>
          <ul className="flex flex-wrap gap-1">
            <li>
              <Link href="/bestand" prefetch={false} aria-current={here === "" ? "page" : undefined} className={chip}>
                {t("everything")}
              </Link>
            </li>
            {views.map((view) => (
              <li key={view.id}>
                <Link
                  href={atStock(view.search)}
                  prefetch={false}
                  aria-current={view.search === here ? "page" : undefined}
                  className={chip}
                >
                  {view.name}
                  <SharedMark view={view} />
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {shown?.mayChange ? <ChangeView view={shown} address={address} /> : null}
      {maySave && shown === undefined && here !== "" ? <SaveView address={address} /> : null}
    </div>
  );
}

function SharedMark({ view }: { view: StockView }) {
  const t = useTranslations("stock.views");
  if (!view.shared) return null;
  const words = view.isOwn ? t("shared") : t("sharedBy", { name: view.byName });
  return (
    <span title={words}>
      <Icon of={Users} className="size-3.5" />
      <span className="sr-only">{words}</span>
    </span>
  );
}

function SaveView({ address }: { address: StockAddress }) {
  const t = useTranslations("stock.views");
  return (
    <Disclosure label={t("save")} className="py-1">
      <EnhancedForm
        action="/api/portal/stock-views"
        aria-label={t("save")}
        className="card flex flex-wrap items-end gap-3 p-3"
      >
        <input type="hidden" name="search" value={stockSearch(address)} />
        <input type="hidden" name="zurueck" value={stockHref(address)} />
        <TextField id="view-name" name="name" label={t("name")} required maxLength={60} autoComplete="off" />
        <label className="flex min-h-9 items-center gap-2 text-sm max-md:min-h-11">
          <input type="checkbox" name="shared" className="size-4" />
          {t("share")}
        </label>
        <Button type="submit" look="primary">
          <Icon of={Bookmark} className="size-4" />
          {t("submit")}
        </Button>
      </EnhancedForm>
    </Disclosure>
  );
}

function ChangeView({ view, address }: { view: StockView; address: StockAddress }) {
  const t = useTranslations("stock.views");
  const act = view.shared ? "unshare" : "share";
  return (
    <Disclosure label={t("manage", { name: view.name })} className="py-1">
      <div className="card flex flex-wrap gap-2 p-3">
        <ViewAct viewId={view.id} act={act} weiter={stockHref(address)} zurueck={stockHref(address)}>
          {view.shared ? t("doUnshare") : t("doShare")}
        </ViewAct>
        <ViewAct
          viewId={view.id}
          act="delete"
          weiter={stockHref(address, { geloescht: view.id })}
          zurueck={stockHref(address)}
        >
          {t("delete")}
        </ViewAct>
      </div>
    </Disclosure>
  );
}

function ViewAct({
  viewId,
  act,
  weiter,
  zurueck,
  children,
}: {
  viewId: string;
  act: string;
  weiter: string;
  zurueck: string;
  children: string;
}) {
  return (
    <EnhancedForm action={`/api/portal/stock-views/${viewId}`}>
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="weiter" value={weiter} />
      <input type="hidden" name="zurueck" value={zurueck} />
      <Button type="submit">{children}</Button>
    </EnhancedForm>
  );
}

/** What has just become of a view, with the way back. */
export function ViewSaid({
  said,
  address,
}: {
  said: { readonly id: string; readonly name: string; readonly what: "saved" | "deleted" } | null;
  address: StockAddress;
}) {
  const t = useTranslations("stock.views");
  if (said === null) return <StatusLine />;
  const { id, name, what } = said;
  const here = stockHref(address);
  return (
    <StatusLine
      actions={
        <>
          {what === "deleted" ? (
            <ViewAct viewId={id} act="restore" weiter={stockHref(address, { gespeichert: id })} zurueck={here}>
              {t("undo")}
            </ViewAct>
          ) : null}
          <LinkButton href={here} scroll={false} look="quiet">
            {t("dismiss")}
          </LinkButton>
        </>
      }
    >
      {t(what, { name })}
    </StatusLine>
  );
}
