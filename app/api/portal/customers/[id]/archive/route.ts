import { archiveRoute } from "../../../archive-route";

export const POST = archiveRoute("customer");
